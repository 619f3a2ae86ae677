import { mutant } from '../../selftest/mutant.js';
import { pairsIn, rejectsCreate } from '../../selftest/mutants/create/create.js';
import { isCreated } from '../../selftest/mutants/create/response.js';
import { editStatus, type Json } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('CREATE-1', 'create responds with 200', { fetch: editStatus(isCreated, 200) }, { alsoFails: ['HTTP-17'] }),
  mutant(
    'CREATE-1',
    'create responds with 202 when providerVersion is sent',
    {
      behaviour: (right) => ({
        created: (shown, preferences) => {
          const version = (shown.entity.vendorInformation as Json | null)?.providerVersion ?? null;
          return { ...right.created(shown, preferences), ...(version !== null && { status: 202 }) };
        },
      }),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant(
    'CREATE-1',
    'create rejects more than ten pairs',
    rejectsCreate((body) => pairsIn(body).length > 10),
    { alsoFails: ['CREATE-12'] },
  ),
];
