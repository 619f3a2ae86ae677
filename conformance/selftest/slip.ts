import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, fresh, type MakesDifference } from './difference.js';

/** The reference with one promise broken. */
export interface Slip {
  /** The requirement that is there to notice it. */
  readonly breaks: RequirementId;
  /** The implementer's mistake, in one line. */
  readonly story: string;
  /** Other requirements that notice it as well, and rightly. */
  readonly relatives: readonly RequirementId[];
  readonly difference: () => Difference;
  /** Set for a mistake that shows only in a sequence that nobody wrote down, or only when requests meet, in which chance has a part. */
  readonly by?: 'sequences' | 'races';
}

/**
 * A slip: `slip('CREATE-16', 'create forgets that parameters are required', { behaviour: … })`. `how` is a function where the
 * mistake shows only after a while and so has to remember something.
 */
export function slip(
  breaks: RequirementId,
  story: string,
  how: MakesDifference,
  { relatives = [], by }: { relatives?: readonly RequirementId[]; by?: Slip['by'] } = {},
): Slip {
  return { breaks, story, relatives, difference: () => fresh(how), ...(by && { by }) };
}

/** How reports and tests call a slip. */
export function nameOf({ breaks, story }: Slip): string {
  return `${breaks}: ${story}`;
}
