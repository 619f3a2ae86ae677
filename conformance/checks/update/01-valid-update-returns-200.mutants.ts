import { mutant } from '../../selftest/mutant.js';
import { staysLocked } from '../../selftest/mutants/sequences/rejected.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-1', 'an action accepts no PATCH after an invalid one', staysLocked('update'), {
    foundBy: 'sequences',
  }),
  mutant(
    'UPDATE-1',
    'PATCH responds with 202',
    { fetch: editStatus(on('update', 200), 202) },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant(
    'UPDATE-1',
    'PATCH responds with 204, as the page says',
    {
      behaviour: { updated: ({ etag }) => ({ status: 204, headers: { ETag: etag } }) },
    },
    { alsoFails: ['UPDATE-18', 'UPDATE-20'] },
  ),
  mutant('UPDATE-1', 'PATCH rejects the same body the second time', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const after = right.applyPatch(action, patch, change);
        const idle = after === action && action.status === 'NotStarted' && patch.actionReason;
        return idle
          ? right.applyPatch(action, { status: 'Running' }, { ...change, transition: () => 'reject' })
          : after;
      },
    }),
  }),
];
