import { mutant } from '../../selftest/mutant.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-50',
    'return=minimal is answered with 200 and nothing',
    {
      behaviour: (right) => ({
        created: (shown, preferences) =>
          preferences.return === 'minimal' ? { status: 200 } : right.created(shown, preferences),
      }),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant('CREATE-50', 'return=minimal is answered without saying where the action is', {
    fetch: editHeaders(on('create', 204), (headers) => {
      headers.delete('location');
      headers.delete('odata-entityid');
    }),
  }),
];
