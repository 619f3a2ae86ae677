import { afterAll, describe, type TestContext, test } from 'vitest';
import { type Requirement, requirements } from '../generated/requirements.js';
import { allChecks } from './checks/registry.js';
import type { Check } from './engine/check.js';
import { NothingSelected } from './engine/errors.js';
import { identities } from './engine/evidence/exchange.js';
import { defaultOptions, type RunOptions, randomSeed } from './engine/options.js';
import type { Result } from './engine/run/outcome.js';
import { selection } from './engine/run/selection.js';
import type { Target } from './engine/target.js';
import { sequences } from './explore/sequences/index.js';
import { failureLines } from './report/failure.js';
import { paint } from './report/format/paint.js';
import type { ReportSettings } from './report/settings.js';
import { type EmbeddedName, embeddedTarget, type OpenTarget } from './targets.js';
import { SharedSession } from './vitest/shared-session.js';

/** A target, the name of an embedded target, or a function that starts a target when the first test needs it. */
export type TargetSource = EmbeddedName | Target | (() => Promise<Target | OpenTarget> | Target | OpenTarget);

/** Options of the run; `only` also takes ids, areas and levels. */
export interface DescribeOptions extends Partial<Omit<RunOptions, 'only'>> {
  readonly only?: RunOptions['only'] | readonly string[];
  /** The name of the suite; the name of the target by default. */
  readonly name?: string;
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
  const { only = () => true, name = nameOf(source), ...others } = options;
  const wanted = typeof only === 'function' ? only : selection(only);
  const complete: RunOptions = { ...defaultOptions, seed: randomSeed(), ...others, only: wanted };
  const selected = Object.values(requirements).filter(wanted);
  describe(`conformance of ${name}`, { timeout: testTimeoutMs }, async () => {
    const checks = await allChecks();
    const explorers = complete.sequences > 0 ? [sequences] : [];
    const shared = new SharedSession(checks, () => opened(source), complete, explorers);
    afterAll(() => shared.close());
    const cases = new Map(checks.flatMap((check) => (check.kind === 'case' ? [[check.id, check]] : [])));
    const rules = new Map(checks.flatMap((check) => (check.kind === 'rule' ? [[check.id, check]] : [])));
    const byCase = selected.flatMap((one) => pair(one, cases.get(one.id)));
    const byRule = selected.flatMap((one) => (cases.has(one.id) ? [] : pair(one, rules.get(one.id))));
    const untested = selected.filter((one) => one.untested !== undefined);
    if (byCase.length + byRule.length === 0) throw new NothingSelected('`only` selects no requirement with a check');
    const register = ([requirement, check]: Pair) => {
      test(titleOf(requirement), async (context) => report(await shared.result(check), context, complete.seed));
    };
    // Vitest does not allow a suite without tests.
    if (byCase.length > 0) describe.concurrent('cases', () => byCase.forEach(register));
    // Rules come last because they are judged by what the cases exchange.
    if (byRule.length > 0) describe('rules', () => byRule.forEach(register));
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
async function report(result: Result, { skip, annotate }: TestContext, seed: number): Promise<void> {
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
    rerun: (ids) => `vitest run -t "${ids.join(' |')} " (seed ${seed} in the options of describeConformance)`,
  };
  const message = `${id} ${level} ${outcome}: ${why}\n\n${failureLines(result, seed, settings).join('\n')}`;
  if (level === 'MUST' || outcome === 'inconclusive') throw new Nonconformance(message);
  if (level === 'SHOULD') console.warn(message);
  await annotate(message, level === 'SHOULD' ? 'warning' : 'notice');
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
