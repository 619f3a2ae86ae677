import type { Adjudication, InteropRun } from './target-folder.js';

/** A MUST or SHOULD that is failed or inconclusive. */
export interface Finding {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly outcome: 'failed' | 'inconclusive';
}

/** What `conform` reported. */
export interface Received {
  readonly exitCode: number | null;
  readonly findings: readonly Finding[];
}

/** How a report differs from what was expected. */
export interface Difference {
  readonly exitCode?: { readonly expected: number; readonly received: number | null };
  /** Findings that the kit reports and that nobody adjudicated, such as `CREATE-9 failed`. */
  readonly unexpected: readonly string[];
  /** Adjudicated findings that the kit does not report. */
  readonly missing: readonly string[];
}

/**
 * Compares a report with the adjudicated findings. Of a foreign tool, only an unexpected failure of a MUST counts: what cannot be
 * checked on a tool that stores nothing is not a judgement about it. Returns undefined when they agree.
 */
export function compare(
  expected: Pick<InteropRun, 'kind' | 'exitCode' | 'findings'>,
  received: Received,
): Difference | undefined {
  const due = [...allOf(expected.findings, 'failed'), ...allOf(expected.findings, 'inconclusive')];
  const chance = new Set(expected.findings.flatMap(({ perhaps = [] }) => perhaps));
  const found = received.findings.map(named);
  const counts = ({ level, outcome }: Finding) =>
    expected.kind !== 'foreign tool' || (level === 'MUST' && outcome === 'failed');
  const unexpected = received.findings
    .filter((one) => counts(one) && !due.includes(named(one)) && !chance.has(one.id))
    .map(named);
  const missing = due.filter((one) => !found.includes(one));
  const same = expected.exitCode === received.exitCode;
  if (same && unexpected.length === 0 && missing.length === 0) return undefined;
  const exitCode = { expected: expected.exitCode, received: received.exitCode };
  return { ...(!same && { exitCode }), unexpected, missing };
}

function allOf(findings: readonly Adjudication[], outcome: Finding['outcome']): readonly string[] {
  return findings.flatMap((one) => (one[outcome] ?? []).map((id) => named({ id, outcome })));
}

function named({ id, outcome }: Pick<Finding, 'id' | 'outcome'>): string {
  return `${id} ${outcome}`;
}
