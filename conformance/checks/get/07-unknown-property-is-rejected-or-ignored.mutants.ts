import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';

/** What a get with a broken `$select` is answered. */
function stumbles(status: number): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        try {
          return right.parseItemQuery(parameters);
        } catch {
          throw new Refusal(status, 'The service cannot select this.');
        }
      },
    }),
  };
}

export const mutants = [
  mutant('GET-7', 'a get crashes over a property that it does not know', stumbles(500)),
  mutant('GET-7', 'a get finds nothing when it does not know a property', stumbles(404)),
];
