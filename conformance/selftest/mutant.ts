import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, differenceOf, type MakesDifference } from './server/difference.js';

/** The reference with exactly one defect. */
export interface Mutant {
  /** The requirement that has to fail on it. */
  readonly requirement: RequirementId;
  /** The implementer's mistake, in one line. */
  readonly defect: string;
  /** Other requirements that have to fail on it as well. */
  readonly alsoFails: readonly RequirementId[];
  /** Further requirements that the audit may find to fail: that depends on what the cases of a whole run leave. */
  readonly mayFailInAudit: readonly RequirementId[];
  readonly difference: () => Difference;
  /**
   * What finds the defect where no single case does: random sequences, or requests sent at the same time. Races depend on chance, so
   * such a mutant may survive a run. The audit needs everything that a run creates.
   */
  readonly foundBy?: 'sequences' | 'races' | 'audit';
}

/**
 * Makes a mutant: `mutant('CREATE-16', 'parameters are not required on create', { behaviour: … })`. `how` is a function where the
 * difference keeps state, so that each server starts with its own.
 */
export function mutant(
  requirement: RequirementId,
  defect: string,
  how: MakesDifference,
  { alsoFails = [], mayFailInAudit = [], foundBy }: Partial<Omit<Mutant, 'requirement' | 'defect' | 'difference'>> = {},
): Mutant {
  const difference = () => differenceOf(how);
  return { requirement, defect, alsoFails, mayFailInAudit, difference, ...(foundBy && { foundBy }) };
}

/** The name of a mutant in reports and tests. No two mutants have the same one. */
export function nameOf({ requirement, defect }: Pick<Mutant, 'requirement' | 'defect'>): string {
  return `${requirement}: ${defect}`;
}
