import type { Difference } from '../../server/difference.js';
import { hasTexts } from './earlier.js';

/** The ids of the actions of which a text was changed since their last step; `wrong` is handed whether this is one of them. */
export function sinceItsLastStep(wrong: (touched: (id: string) => boolean) => Difference): () => Difference {
  return () => {
    const touched = new Set<string>();
    const difference = wrong((id) => touched.has(id));
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
