import type { Check } from '../../engine/check.js';
import type { Mutant } from '../mutant.js';

/** The checks that no mutant is there for: nothing shows that they can fail. */
export function unproved(checks: readonly Check[], mutants: readonly Mutant[]): readonly Check[] {
  const broken = new Set(mutants.map(({ requirement }) => requirement));
  return checks.filter(({ id }) => !broken.has(id));
}
