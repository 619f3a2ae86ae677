import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, fresh, type MakesDifference } from './difference.js';

/** The reference with one promise broken. */
export interface Mutant {
  /** The requirement that is there to notice it. */
  readonly breaks: RequirementId;
  /** The implementer's mistake, in one line. */
  readonly story: string;
  /** Other requirements that notice it as well, and rightly. */
  readonly alsoFails: readonly RequirementId[];
  readonly difference: () => Difference;
  /** Set for a mistake that shows only in a sequence that nobody wrote down, or only when requests meet, in which chance has a part. */
  readonly by?: 'sequences' | 'races';
}

/**
 * A mutant: `mutant('CREATE-16', 'create forgets that parameters are required', { behaviour: … })`. `how` is a function where the
 * mistake shows only after a while and so has to remember something.
 */
export function mutant(
  breaks: RequirementId,
  story: string,
  how: MakesDifference,
  { alsoFails = [], by }: { alsoFails?: readonly RequirementId[]; by?: Mutant['by'] } = {},
): Mutant {
  return { breaks, story, alsoFails, difference: () => fresh(how), ...(by && { by }) };
}

/** How reports and tests call a mutant. */
export function nameOf({ breaks, story }: Mutant): string {
  return `${breaks}: ${story}`;
}
