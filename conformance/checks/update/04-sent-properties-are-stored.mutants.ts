import type { Action } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { sentTexts } from '../../selftest/mutants/sequences/earlier.js';

export const mutants = [
  mutant(
    'UPDATE-4',
    'PATCH does not store a text that equals the one from the create',
    () => {
      const first = new Map<string, Action>();
      return patchMakes((_, before, sent) => {
        const created = first.get(before.id) ?? before;
        first.set(before.id, created);
        const unchanged = Object.entries(sentTexts(sent)).filter(
          ([name, text]) => created[name as keyof Action] === text,
        );
        return Object.fromEntries(unchanged.map(([name]) => [name, before[name as keyof Action]]));
      });
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-4',
    'PATCH that clears the reason also clears the clientContext that it sends',
    patchMakes((_, __, sent) => sent.actionReason === null && { clientContext: null }),
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-4',
    'PATCH cannot change clientContext a second time',
    patchMakes(
      (_, before) => before.lastActionDateTime !== before.createdDateTime && { clientContext: before.clientContext },
    ),
    { alsoFails: ['UPDATE-2'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims the reason',
    patchMakes(({ actionReason }) => ({ actionReason: actionReason?.trim() ?? null })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH does not update the name',
    patchMakes((_, before) => ({ name: before.name })),
    { alsoFails: ['UPDATE-6'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores null pair values as empty strings',
    patchMakes(
      ({ parameters }, _, sent) =>
        sent.parameters !== undefined && {
          parameters: parameters.map(({ name, value }) => ({ name, value: value ?? '' })),
        },
    ),
    { alsoFails: ['UPDATE-7'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH with a new status ignores actionReason and clientContext',
    patchMakes(
      (right, { status, actionReason, clientContext }) => right.status !== status && { actionReason, clientContext },
    ),
  ),
  mutant(
    'UPDATE-4',
    'the second PATCH of a text returns the new value but does not store it',
    () => {
      const updates = new Map<string, number>();
      return {
        behaviour: (right) => ({
          save: (collection, action, by) => {
            if (by !== 'update' || action.states.length > 1) return right.save(collection, action, by);
            const count = (updates.get(action.id) ?? 0) + 1;
            updates.set(action.id, count);
            return count === 2 ? { action, revision: collection.revision } : right.save(collection, action, by);
          },
        }),
      };
    },
    { alsoFails: ['SURFACE-4', 'UPDATE-7', 'LIFECYCLE-10'] },
  ),
];
