import { mutant } from '../../selftest/mutant.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-50',
    'create with return=minimal responds with 200 and no body',
    {
      behaviour: (right) => ({
        created: (shown, preferences) =>
          preferences.return === 'minimal' ? { status: 200 } : right.created(shown, preferences),
      }),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant('CREATE-50', 'create with return=minimal sends neither Location nor OData-EntityId', {
    fetch: editHeaders(on('create', 204), (headers) => {
      headers.delete('location');
      headers.delete('odata-entityid');
    }),
  }),
];
