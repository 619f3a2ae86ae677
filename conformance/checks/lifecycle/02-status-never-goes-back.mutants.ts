import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { afterTheRun } from '../../selftest/mutants/late.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIFECYCLE-2',
    'the second read of a running action comes from an outdated replica',
    () => {
      const reads = new Map<unknown, number>();
      return {
        fetch: editActions(on('get'), (action) => {
          if (action.status !== 'Running') return action;
          const count = (reads.get(action.id) ?? 0) + 1;
          reads.set(action.id, count);
          return count === 2 ? { ...action, status: 'NotStarted' } : action;
        }),
      };
    },
    { alsoFails: ['UPDATE-5'] },
  ),
  mutant(
    'LIFECYCLE-2',
    'a PATCH of the reason sets a running action back to NotStarted',
    patchMakes(
      (right, before) =>
        before.status === 'Running' &&
        right.status === 'Running' &&
        right.actionReason !== before.actionReason && { status: 'NotStarted' },
    ),
    { alsoFails: ['UPDATE-5', 'LIFECYCLE-12'] },
  ),
  mutant(
    'LIFECYCLE-2',
    'clearing the vendor sets a running action back to NotStarted',
    patchMakes((right, before, sent) => {
      const anew = before.status === 'Running' && right.status === 'Running' && sent.vendorInformation === null;
      return anew && { status: 'NotStarted' };
    }),
    { foundBy: 'sequences' },
  ),
  mutant(
    'LIFECYCLE-2',
    'one in three running actions is not started again later',
    afterTheRun((action, number) =>
      number % 3 === 0 && action.status === 'Running' ? { ...action, status: 'NotStarted' } : action,
    ),
    { foundBy: 'audit' },
  ),
];
