import { afterAll, describe, type TestContext, test } from 'vitest';
import { type Requirement, requirements } from '../generated/requirements.js';
import { allChecks } from './checks/registry.js';
import type { Cause } from './engine/cause/cause.js';
import type { Check } from './engine/check.js';
import { NothingSelected } from './engine/errors.js';
import { identities } from './engine/evidence/exchange.js';
import { completeOptions, type RunOptions } from './engine/options.js';
import type { Result } from './engine/run/outcome.js';
import { selection } from './engine/run/selection.js';
import { parseShard } from './engine/run/shard.js';
import type { Target } from './engine/target.js';
import { sequences } from './explore/sequences/index.js';
import { failureLines } from './report/failure.js';
import { paint } from './report/format/paint.js';
import type { RunRecord } from './report/record.js';
import type { ReportSettings } from './report/settings.js';
import { whyLines } from './report/shared-cause.js';
import { type EmbeddedName, embeddedTarget, type OpenTarget } from './targets.js';
import { SharedSession } from './vitest/shared-session.js';

/** A target, the name of an embedded target, or a function that starts a target when the first test needs it. */
export type TargetSource = EmbeddedName | Target | (() => Promise<Target | OpenTarget> | Target | OpenTarget);

/** Options of the run; `only` also takes ids, areas and levels. */
export interface DescribeOptions extends Partial<Omit<RunOptions, 'only' | 'shard'>> {
  readonly only?: RunOptions['only'] | readonly string[];
  /** The name of the suite; the name of the target by default. */
  readonly name?: string;
  /**
   * Which part of the run this file has, such as `2/4`: its share of the cases, and every rule, judged by what these cases exchange.
   * One file for each part lets Vitest's `--shard` spread them, and its `--merge-reports` put them together.
   */
  readonly shard?: string;
}

/** The timeout of one test, in milliseconds. A rule waits for all cases, and each exchange has a timeout of its own. */
const testTimeoutMs = 600_000;

/**
 * Registers a Vitest test for every selected requirement, in a suite with the name of the target. All tests share one session, and a
 * test plays its requirement when it runs, so filters and reporters work as for any other test. A requirement that is not applicable
 * is skipped with the reason. The test of a failed MUST fails, and so does the test of an inconclusive requirement; a failed SHOULD
 * passes with a warning (an annotation and a line on the console), and a failed MAY with a note.
 */
export function describeConformance(source: TargetSource, options: DescribeOptions = {}): void {
  const { only = () => true, name = nameOf(source), shard: text = '1/1', ...others } = options;
  const shard = parseShard(text, 'the option shard of describeConformance');
  const wanted = typeof only === 'function' ? only : selection(only);
  const complete = completeOptions({ ...others, only: wanted });
  const selected = Object.values(requirements).filter(wanted);
  const part = shard.of === 1 ? '' : `, part ${shard.part} of ${shard.of}`;
  describe(`conformance of ${name}${part}`, { timeout: testTimeoutMs }, async () => {
    const checks = await allChecks();
    const explorers = complete.sequences > 0 ? [sequences] : [];
    const shared = new SharedSession(checks, () => opened(source), complete, explorers, shard);
    afterAll(async () => {
      for (const cause of (await shared.explained()).causes) console.warn(causeText(cause));
      await shared.close();
    });
    const cases = new Map(checks.flatMap((check) => (check.kind === 'case' ? [[check.id, check]] : [])));
    const rules = new Map(checks.flatMap((check) => (check.kind === 'rule' ? [[check.id, check]] : [])));
    const own = new Map(shared.cases.map((check) => [check.id, check]));
    const byCase = selected.flatMap((one) => pair(one, own.get(one.id)));
    const byRule = selected.flatMap((one) => (cases.has(one.id) ? [] : pair(one, rules.get(one.id))));
    const untested = shard.part === 1 ? selected.filter((one) => one.untested !== undefined) : [];
    const anywhere = byRule.length + selected.filter(({ id }) => cases.has(id)).length;
    if (anywhere === 0) throw new NothingSelected('`only` selects no requirement with a check');
    const register = ([requirement, check]: Pair) => {
      test(titleOf(requirement), async (context) => {
        const result = await shared.result(check);
        return report(result, { type: 'explained', ...(await shared.explained()) }, context, complete.seed);
      });
    };
    // Vitest does not allow a suite without tests.
    if (byCase.length > 0) describe.concurrent('cases', () => byCase.forEach(register));
    // Rules come last because they are judged by what the cases exchange.
    if (byRule.length > 0) describe('rules', () => byRule.forEach(register));
    if (shard.of > 1)
      test('requirements of the other parts', async (context) => {
        const found = await shared.foundElsewhere();
        const explained = { type: 'explained', ...(await shared.explained()) } as const;
        const reported = await Promise.allSettled(
          found.map((result) => report(result, explained, context, complete.seed)),
        );
        const failures = reported.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : []));
        if (failures.length > 0) throw new Nonconformance(failures.join('\n\n'));
      });
    for (const one of untested) test(titleOf(one), ({ skip }) => skip(one.untested));
  });
}

type Pair = readonly [Requirement, Check];

function pair(requirement: Requirement, check: Check | undefined): readonly Pair[] {
  return check ? [[requirement, check]] : [];
}

function titleOf({ id, level, says }: Requirement): string {
  return `${id} ${level}: ${says}`;
}

/** Reports an outcome to Vitest. */
async function report(
  result: Result,
  explained: RunRecord['explained'],
  { skip, annotate }: TestContext,
  seed: number,
): Promise<void> {
  const { id, level, outcome, reason } = result;
  const why = reason.detail;
  if (outcome === 'passed') return;
  if (outcome === 'not-applicable' || outcome === 'not-selected') return skip(why);
  const settings: ReportSettings = {
    paint: paint(false),
    width: 100,
    verbose: false,
    identities,
    statement: (one) => requirements[one].says,
    rerun: (ids) =>
      `vitest run${ids.length > 0 ? ` -t "${ids.join(' |')} "` : ''} (seed ${seed} in the options of describeConformance)`,
  };
  const lines = [...failureLines(result, seed, settings), ...whyLines(result, explained, settings.width)];
  const message = `${id} ${level} ${outcome}: ${why}\n\n${lines.join('\n')}`;
  if (level === 'MUST' || outcome === 'inconclusive') throw new Nonconformance(message);
  if (level === 'SHOULD') console.warn(message);
  await annotate(message, level === 'SHOULD' ? 'warning' : 'notice');
}

/** A cause that several results share, with what was seen of it and what to do; printed once, after the last test. */
function causeText({ says, detail, remedy, requirements: explains }: Cause): string {
  return `${explains.join(' ')}: ${says}\n  seen: ${detail}\n  what to do: ${remedy}`;
}

/** The failure of a test. It has no stack, which would only show this file. */
class Nonconformance extends Error {
  override readonly name = 'Nonconformance';
  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}

function nameOf(source: TargetSource): string {
  if (typeof source === 'string') return source;
  return typeof source === 'function' ? 'the target' : source.name;
}

async function opened(source: TargetSource): Promise<OpenTarget> {
  if (typeof source === 'string') return embeddedTarget(source);
  const given = typeof source === 'function' ? await source() : source;
  return 'target' in given ? given : { target: given, close: async () => undefined };
}
