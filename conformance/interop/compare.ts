import type { Adjudication, InteropRun } from './target-folder.js';

/** What `conform` reported: its exit code, and each MUST and SHOULD that is failed or inconclusive. */
export interface Received {
  readonly exitCode: number | null;
  readonly findings: ReadonlyMap<string, 'failed' | 'inconclusive'>;
}

/** How a report differs from what was expected. */
export interface Difference {
  readonly exitCode?: { readonly expected: number; readonly received: number | null };
  /** Findings that the kit reports and that nobody adjudicated, such as `CREATE-9 failed`. */
  readonly unexpected: readonly string[];
  /** Adjudicated findings that the kit does not report. */
  readonly missing: readonly string[];
}

/** Compares a report with the adjudicated findings. Returns undefined when they agree. */
export function compare(
  expected: Pick<InteropRun, 'exitCode' | 'findings'>,
  received: Received,
): Difference | undefined {
  const due = [...named(expected.findings, 'failed'), ...named(expected.findings, 'inconclusive')];
  const chance = new Set(expected.findings.flatMap(({ perhaps = [] }) => perhaps));
  const found = [...received.findings].map(([id, outcome]) => `${id} ${outcome}`);
  const unexpected = found.filter((one) => !due.includes(one) && !chance.has(idOf(one)));
  const missing = due.filter((one) => !found.includes(one));
  const same = expected.exitCode === received.exitCode;
  if (same && unexpected.length === 0 && missing.length === 0) return undefined;
  const exitCode = { expected: expected.exitCode, received: received.exitCode };
  return { ...(!same && { exitCode }), unexpected, missing };
}

function named(findings: readonly Adjudication[], outcome: 'failed' | 'inconclusive'): readonly string[] {
  return findings.flatMap((one) => (one[outcome] ?? []).map((id) => `${id} ${outcome}`));
}

function idOf(finding: string): string {
  return finding.slice(0, finding.indexOf(' '));
}
