import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, fresh, type MakesDifference } from './server/difference.js';

/** The reference with one promise broken. */
export interface Mutant {
  /** The requirement that is there to notice it. */
  readonly requirement: RequirementId;
  /** The implementer's mistake, in one line. */
  readonly defect: string;
  /** Other requirements that notice it as well, and rightly. */
  readonly alsoFails: readonly RequirementId[];
  readonly difference: () => Difference;
  /** Set for a mistake that shows only in a sequence that nobody wrote down, or only when requests meet, in which chance has a part. */
  readonly foundBy?: 'sequences' | 'races';
}

/**
 * A mutant: `mutant('CREATE-16', 'create forgets that parameters are required', { behaviour: … })`. `how` is a function where the
 * mistake shows only after a while and so has to remember something.
 */
export function mutant(
  requirement: RequirementId,
  defect: string,
  how: MakesDifference,
  { alsoFails = [], foundBy }: { alsoFails?: readonly RequirementId[]; foundBy?: Mutant['foundBy'] } = {},
): Mutant {
  return { requirement, defect, alsoFails, difference: () => fresh(how), ...(foundBy && { foundBy }) };
}

/** How reports and tests call a mutant. */
export function nameOf({ requirement, defect }: Mutant): string {
  return `${requirement}: ${defect}`;
}
