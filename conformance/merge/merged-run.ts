import type { Check } from '../engine/check.js';
import { applyBaseline } from '../engine/run/baseline.js';
import type { Result } from '../engine/run/outcome.js';
import { tally, verdict } from '../engine/run/verdict.js';
import type { DecidedLine, ExplainedLine, RecordLine } from '../record/lines.js';
import { combined } from './combine.js';
import type { PartRun } from './part-run.js';

/** The lines of a merged record that are about the whole run. */
export interface MergedRun {
  /** Before the lines of the parts. */
  readonly beginning: readonly RecordLine[];
  /** After them. */
  readonly end: readonly RecordLine[];
  readonly results: readonly DecidedLine['result'][];
  readonly exitCode: number;
}

/** One run from its parts, in their order. A pure function of what the parts say. */
export function mergedRun(parts: readonly [PartRun, ...PartRun[]], checks: readonly Check[]): MergedRun {
  const [first] = parts;
  const results = combined(parts, checks);
  const plain = results.map(withoutExchanges);
  const { run: _, shard: __, ...started } = first.started;
  const { shard, runId, ...options } = first.given.options;
  const { baseline } = options;
  const applied = baseline && applyBaseline(baseline, plain);
  const outcome = verdict(plain, applied);
  const notices = [...new Set(parts.flatMap(({ finished }) => finished.notices))];
  const audits = parts.flatMap(({ audited }) => audited ?? []);
  return {
    results,
    exitCode: outcome.exitCode,
    beginning: [
      { ...started, parts: parts.length },
      { ...first.given, options, began: Math.min(...parts.map(({ given }) => given.began)) },
    ],
    end: [
      { ...first.probed, notices: [...new Set(parts.flatMap(({ probed }) => probed.notices))] },
      plannedOf(parts),
      ...results.map((result) => ({ type: 'decided', result }) as const),
      ...(audits.length > 0 ? [{ type: 'audited', ...sums(audits, ['actions', 'requests']) } as const] : []),
      explainedOf(parts, results),
      {
        type: 'finished',
        ...outcome,
        tally: tally(plain),
        ...sums(
          parts.map(({ finished }) => finished),
          ['requests'],
        ),
        // The parts may run at the same time.
        durationMs: Math.max(...parts.map(({ finished }) => finished.durationMs)),
        notices,
        ...(applied && {
          baseline: { file: baseline.file, known: [...applied.known.values()].flat(), problems: applied.problems },
        }),
      },
    ],
  };
}

function withoutExchanges({ findings, ...result }: DecidedLine['result']): Result {
  return { ...result, findings: findings.map(({ exchange, write, ...finding }) => finding) };
}

function sums<Name extends string>(
  all: readonly Readonly<Record<Name, number>>[],
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const entries = names.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

function plannedOf(parts: readonly [PartRun, ...PartRun[]]): PartRun['planned'] {
  const all = parts.map(({ planned }) => planned);
  const { leftOut, rules, effort } = parts[0].planned;
  return {
    type: 'planned',
    ...sums(all, ['cases', 'inputs', 'forRules', 'sequences']),
    effort,
    rules,
    notApplicable: Math.max(...all.map(({ notApplicable }) => notApplicable)),
    leftOut: {
      ...leftOut,
      ...sums(
        all.map((planned) => planned.leftOut),
        ['inputs', 'of'],
      ),
      cases: all.flatMap((planned) => planned.leftOut.cases),
    },
  };
}

/** The causes and consequences that every part gives in which the requirement has its outcome. */
function explainedOf(parts: readonly PartRun[], results: readonly DecidedLine['result'][]): ExplainedLine {
  const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
  const deciding = (id: DecidedLine['result']['id']) =>
    parts.filter((part) => part.results.get(id)?.outcome === outcomes.get(id));
  const isExplained = (outcome: string | undefined) => outcome === 'failed' || outcome === 'inconclusive';
  const byKind = new Map<string, ExplainedLine['causes'][number]>();
  for (const cause of parts.flatMap(({ explained }) => explained.causes)) {
    const sharedByAll = (id: DecidedLine['result']['id']) =>
      isExplained(outcomes.get(id)) &&
      deciding(id).every(({ explained }) =>
        explained.causes.some((one) => one.kind === cause.kind && one.requirements.includes(id)),
      );
    const before = byKind.get(cause.kind);
    const explains = [...new Set([...(before?.requirements ?? []), ...cause.requirements.filter(sharedByAll)])];
    const evidence = [...(before?.evidence ?? []), ...cause.evidence].slice(0, 3);
    if (explains.length > 0) byKind.set(cause.kind, { ...(before ?? cause), requirements: explains, evidence });
  }
  const consequences = new Map(
    parts
      .flatMap(({ explained }) => explained.consequences)
      .filter(({ id, of }) =>
        deciding(id).every(({ explained }) => explained.consequences.some((one) => one.id === id && one.of === of)),
      )
      .filter(({ id }) => isExplained(outcomes.get(id)))
      .map((one) => [one.id, one]),
  );
  return { type: 'explained', causes: [...byKind.values()], consequences: [...consequences.values()] };
}
