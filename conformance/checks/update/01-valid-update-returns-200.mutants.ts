import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';
import { locked } from '../../selftest/mutants/sequences/refused.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-1', 'after an invalid PATCH the action takes none any more', locked('update'), {
    foundBy: 'sequences',
  }),
  mutant(
    'UPDATE-1',
    'an update is answered with 202',
    { fetch: editStatus(on('update', 200), 202) },
    { alsoFails: ['UPDATE-18', 'UPDATE-20', 'HTTP-17'] },
  ),
  mutant(
    'UPDATE-1',
    'an update is answered with 204, as the page says',
    {
      behaviour: { updated: ({ etag }) => ({ status: 204, headers: { ETag: etag } }) },
    },
    { alsoFails: ['UPDATE-18', 'UPDATE-20', 'HTTP-5'] },
  ),
  mutant(
    'UPDATE-1',
    'null for the name is refused',
    readsPatch((body) => (body.name === null ? { ...body, name: 0 } : body)),
    { alsoFails: ['UPDATE-6'] },
  ),
  mutant('UPDATE-1', 'the same PATCH is refused the second time', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const after = right.applyPatch(action, patch, change);
        const idle = after === action && action.status === 'NotStarted' && patch.actionReason;
        return idle
          ? right.applyPatch(action, { status: 'Running' }, { ...change, transition: () => 'refuse' })
          : after;
      },
    }),
  }),
];
