import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { cancelled, isFinal, patched } from './_changes.js';
import { hasTexts } from './_earlier.js';

const by = 'sequences';

/** The ids of the actions of which a text was changed since their last step; `wrong` is handed whether this is one of them. */
function sinceItsLastStep(wrong: (touched: (id: string) => boolean) => Difference): () => Difference {
  return () => {
    const touched = new Set<string>();
    const difference = wrong((id) => touched.has(id));
    return {
      behaviour: (right) => {
        const { behaviour } = difference;
        const slipped = { ...right, ...(typeof behaviour === 'function' ? behaviour(right) : behaviour) };
        return {
          ...slipped,
          applyPatch: (before, patch, change) => {
            const after = slipped.applyPatch(before, patch, change);
            if (after.status !== before.status) touched.delete(before.id);
            else if (after !== before && hasTexts({ ...patch })) touched.add(before.id);
            return after;
          },
          cancel: (before, change) => {
            const after = slipped.cancel(before, change);
            if (after.status !== before.status) touched.delete(before.id);
            return after;
          },
        };
      },
    };
  };
}

export const slips = [
  slip(
    'LIFECYCLE-12',
    'the present status is added to the history again after a text was changed',
    sinceItsLastStep((touched) =>
      patched(
        (right, before, sent) =>
          !isFinal(before) &&
          sent.status === before.status &&
          touched(before.id) && { states: [...right.states, ...right.states.slice(-1)] },
      ),
    ),
    { by },
  ),
  slip(
    'LIFECYCLE-12',
    'the present status is refused after a text was changed',
    sinceItsLastStep((touched) => ({
      behaviour: (right) => ({
        applyPatch: (before, patch, change) => {
          const again = patch.status === before.status && !isFinal(before) && touched(before.id);
          return right.applyPatch(before, patch, again ? { ...change, transition: () => 'refuse' } : change);
        },
      }),
    })),
    { by },
  ),
  slip(
    'LIFECYCLE-13',
    'a cancel is answered and not carried out after a text was changed',
    sinceItsLastStep((touched) => cancelled((_, before) => touched(before.id) && before)),
    { by },
  ),
  slip(
    'LIFECYCLE-14',
    'the cancel of an action that was changed after its end is added to the history',
    sinceItsLastStep((touched) =>
      cancelled(
        (right, before) =>
          isFinal(before) && touched(before.id) && { states: [...right.states, ...right.states.slice(-1)] },
      ),
    ),
    { by },
  ),
  slip(
    'LIFECYCLE-2',
    'a running action that loses its vendor waits for its start again',
    patched((right, before, sent) => {
      const anew = before.status === 'Running' && right.status === 'Running' && sent.vendorInformation === null;
      return anew && { status: 'NotStarted' };
    }),
    { by },
  ),
];
