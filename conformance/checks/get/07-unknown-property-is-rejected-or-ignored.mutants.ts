import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Rejects a get with an invalid `$select` with this status. */
function rejectsSelection(status: number): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        try {
          return right.parseItemQuery(parameters);
        } catch {
          throw new Rejection(status, 'The service cannot select this.');
        }
      },
    }),
  };
}

export const mutants = [
  mutant('GET-7', 'get with an unknown property in $select returns 500', rejectsSelection(500)),
  mutant('GET-7', 'get with an unknown property in $select returns 404', rejectsSelection(404)),
];
