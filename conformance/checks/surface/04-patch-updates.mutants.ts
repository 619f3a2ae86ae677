import { mutant } from '../../selftest/mutant.js';
import { allowsMethods } from '../../selftest/mutants/surface/allowed-methods.js';
import type { Difference, MakesDifference } from '../../selftest/server/difference.js';

/** Applies only the first PATCH of an action. */
const patchesOnce: MakesDifference = () => {
  const patched = new Set<string>();
  return {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        if (patched.has(action.id)) return action;
        patched.add(action.id);
        return right.applyPatch(action, patch, change);
      },
    }),
  };
};

/** Returns the result of an operation without storing it. */
function doesNotStore(operation: 'create' | 'update'): Difference {
  return {
    behaviour: (right) => ({
      save: (collection, action, by) =>
        by === operation ? { action, revision: collection.revision } : right.save(collection, action, by),
    }),
  };
}

export const mutants = [
  mutant(
    'SURFACE-4',
    'PATCH is not routed to an action',
    { ...allowsMethods('item', 'GET', 'HEAD'), declared: { offers: ['update'] } },
    {
      alsoFails: ['UPDATE-1', 'UPDATE-16', 'UPDATE-17', 'HTTP-5', 'LIFECYCLE-5', 'LIFECYCLE-12'],
    },
  ),
  mutant('SURFACE-4', 'only the first PATCH of an action has an effect', patchesOnce, {
    alsoFails: ['UPDATE-2', 'UPDATE-4', 'UPDATE-7', 'LIFECYCLE-4', 'LIFECYCLE-5'],
  }),
  mutant('SURFACE-4', 'update returns the new values but does not store them', doesNotStore('update'), {
    alsoFails: [
      'RESOURCE-13',
      'RESOURCE-14',
      'RESOURCE-18',
      'UPDATE-4',
      'UPDATE-6',
      'UPDATE-7',
      'LIFECYCLE-2',
      'LIFECYCLE-5',
      'LIFECYCLE-7',
      'LIFECYCLE-10',
    ],
    mayFailInAudit: ['LIFECYCLE-3'],
  }),
];
