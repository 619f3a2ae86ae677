import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIFECYCLE-1',
    'a new action has no status',
    {
      fetch: editActions(on('any'), (action) => ({
        ...action,
        status: action.status === 'NotStarted' ? null : action.status,
      })),
    },
    { alsoFails: ['CREATE-36'] },
  ),
  mutant('LIFECYCLE-1', 'a null status is stored as null', {
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        return body.status === null ? { ...action, status: null as never } : action;
      },
    }),
  }),
  mutant(
    'LIFECYCLE-1',
    'a create without a vendor shows Running, and the next get NotStarted',
    {
      fetch: editActions(on('create'), (action) =>
        action.vendorInformation === null ? { ...action, status: 'Running' } : action,
      ),
    },
    { alsoFails: ['LIFECYCLE-2'] },
  ),
];
