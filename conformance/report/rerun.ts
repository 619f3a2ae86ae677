import type { InputFinding, Result } from '../engine/run/outcome.js';
import type { ReportSettings } from './settings.js';

/** The command that repeats the first finding of a result. */
export function rerunOf(
  { id, findings: [first] }: Result,
  seed: number,
  { rerun }: Pick<ReportSettings, 'rerun'>,
): string {
  // The audit compares everything that the run created, so only the same run shows its finding again.
  if (first?.input === 'audit') return rerun([], seed);
  return rerun([id, ...(first ? otherCase(id, first) : [])], seed, first?.replay);
}

/** The case whose input showed a rule its finding: alone, the rule may be judged by other inputs. */
export function otherCase(id: Result['id'], { input }: InputFinding): readonly Result['id'][] {
  const [, found] = /^([A-Z]+-\d+)(?=: |$)/.exec(input) ?? [];
  return found === undefined || found === id ? [] : [found as Result['id']];
}
