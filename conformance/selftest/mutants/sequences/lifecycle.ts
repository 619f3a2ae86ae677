import type { Difference } from '../../server/difference.js';
import { hasTexts } from './earlier.js';

/** A defect that depends on whether a text of the action was changed since its last transition. */
export function sinceLastTransition(defect: (isTouched: (id: string) => boolean) => Difference): () => Difference {
  return () => {
    const touched = new Set<string>();
    const difference = defect((id) => touched.has(id));
    return {
      behaviour: (right) => {
        const { behaviour } = difference;
        const mutated = { ...right, ...(typeof behaviour === 'function' ? behaviour(right) : behaviour) };
        return {
          ...mutated,
          applyPatch: (before, patch, change) => {
            const after = mutated.applyPatch(before, patch, change);
            if (after.status !== before.status) touched.delete(before.id);
            else if (after !== before && hasTexts({ ...patch })) touched.add(before.id);
            return after;
          },
          cancel: (before, change) => {
            const after = mutated.cancel(before, change);
            if (after.status !== before.status) touched.delete(before.id);
            return after;
          },
        };
      },
    };
  };
}
