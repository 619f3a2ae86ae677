import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIFECYCLE-1',
    'an action has no status until it begins',
    {
      fetch: editActions(on('any'), (action) => ({
        ...action,
        status: action.status === 'NotStarted' ? null : action.status,
      })),
    },
    { alsoFails: ['CREATE-36'] },
  ),
  mutant('LIFECYCLE-1', 'a status that was sent as null is stored as null', {
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        return body.status === null ? { ...action, status: null as never } : action;
      },
    }),
  }),
  mutant(
    'LIFECYCLE-1',
    'a create without a vendor says that the action runs, the next get that it has not begun',
    {
      fetch: editActions(on('create'), (action) =>
        action.vendorInformation === null ? { ...action, status: 'Running' } : action,
      ),
    },
    { alsoFails: ['LIFECYCLE-2'] },
  ),
];
