import type { Check } from '../engine/check.js';
import type { Slip } from './slip.js';

/** The checks that no slip is there for: nothing shows that they can fail. */
export function unproved(checks: readonly Check[], slips: readonly Slip[]): readonly Check[] {
  const broken = new Set(slips.map(({ breaks }) => breaks));
  return checks.filter(({ id }) => !broken.has(id));
}
