import type { RequirementId } from '../../../generated/requirements.js';
import type { Check, Finder } from '../check.js';
import type { RunOptions } from '../options.js';
import { type AuditKind, audited, foundInList } from './ending/audit.js';

/** Sequences of a run that plays some of them at all. */
const fewestSequences = 6;

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

/**
 * Whether the run needs the audit for the requirements that are wanted. It reads only the list when that shows all of them; it waits for
 * late effects when all requirements that the audit finds are wanted, and otherwise only for what differs.
 */
export function auditFor(checks: readonly Check[], wanted: (id: RequirementId) => boolean): AuditKind | 'none' {
  const isFound = ({ id, foundBy }: Check) => foundBy?.includes('audit' satisfies Finder) ?? audited.includes(id);
  const all = checks.filter(isFound);
  const some = all.filter(({ id }) => wanted(id));
  if (some.length === 0) return 'none';
  if (some.length === all.length) return 'patient';
  return some.every(({ id }) => foundInList.includes(id)) ? 'list' : 'at once';
}
