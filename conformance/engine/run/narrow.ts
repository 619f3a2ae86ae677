import type { RequirementId } from '../../../generated/requirements.js';
import type { Check, Finder } from '../check.js';
import type { RunOptions } from '../options.js';
import { audited } from './ending/audit.js';

/** Sequences of a run that plays some of them at all. */
const fewestSequences = 8;

/**
 * The options for the requirements that are wanted: as many of the sequences as there are wanted requirements among those that sequences
 * find. Options that name their sequences, or one of them, stay as they are.
 */
export function narrowed(
  options: RunOptions,
  checks: readonly Check[],
  wanted: (id: RequirementId) => boolean,
): RunOptions {
  const { adaptSequences, ...others } = options;
  const all = checks.filter(({ foundBy }) => foundBy?.includes('sequences') ?? true);
  if (!adaptSequences || others.replay !== undefined || all.length === 0) return others;
  const share = all.filter(({ id }) => wanted(id)).length / all.length;
  const fewest = share > 0 ? Math.min(fewestSequences, others.sequences) : 0;
  return { ...others, sequences: Math.max(fewest, Math.ceil(others.sequences * share)) };
}

/** How the audit at the end of a run reads. */
export type AuditKind = 'none' | 'at once' | 'patient';

/**
 * Whether the run needs the audit for the requirements that are wanted. It waits for late effects when all requirements that the audit
 * finds are wanted; otherwise it waits only for what differs.
 */
export function auditFor(checks: readonly Check[], wanted: (id: RequirementId) => boolean): AuditKind {
  const isFound = ({ id, foundBy }: Check) => foundBy?.includes('audit' satisfies Finder) ?? audited.includes(id);
  const all = checks.filter(isFound);
  if (!all.some(({ id }) => wanted(id))) return 'none';
  return all.every(({ id }) => wanted(id)) ? 'patient' : 'at once';
}
