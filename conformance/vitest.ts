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
import { paint } from './report/paint.js';
import type { ReportSettings } from './report/settings.js';
import { type EmbeddedName, embeddedTarget, type OpenTarget } from './targets.js';
import { SharedSession } from './vitest/shared-session.js';

/** A target, the name of one that comes with the kit, or a function that starts one when the first test needs it. */
export type TargetSource = EmbeddedName | Target | (() => Promise<Target | OpenTarget> | Target | OpenTarget);

/** How the tests run; `only` also takes names of requirements, areas and levels. */
export interface DescribeOptions extends Partial<Omit<RunOptions, 'only'>> {
  readonly only?: RunOptions['only'] | readonly string[];
  /** What the suite is called; the target's name by default. */
  readonly name?: string;
}

/** Milliseconds for one test. A rule waits for all cases; each exchange has its own timeout, so this is a last resort. */
const testTimeoutMs = 600_000;

/**
 * Registers every selected requirement as a Vitest test, in a suite of the target's name. A test plays its requirement when it runs,
 * on a session that all of them share, so filters, sharding and reporters work as for any other test. One that is not applicable is
 * skipped with the reason. A MUST violated fails, and so does whatever is undecided; a SHOULD departed from passes with a warning
 * (an annotation and a line on the console); a MAY observed otherwise is no failure.
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
    if (byCase.length + byRule.length === 0) throw new NothingSelected('`only` leaves no requirement that has a check');
    const register = ([requirement, check]: Pair) => {
      test(titleOf(requirement), async (context) => tell(await shared.result(check), context, complete.seed));
    };
    // Vitest does not allow a suite without tests.
    if (byCase.length > 0) describe.concurrent('cases', () => byCase.forEach(register));
    // Rules come last: they are judged by what the cases exchange.
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

/** SharedLock an outcome into what Vitest knows. */
async function tell(result: Result, { skip, annotate }: TestContext, seed: number): Promise<void> {
  const { id, level, outcome, reason } = result;
  const why = reason.detail;
  if (outcome === 'passed') return;
  if (outcome === 'not-applicable' || outcome === 'not-selected') return skip(why);
  const settings: ReportSettings = {
    paint: paint(false),
    width: 100,
    verbose: false,
    identities,
    says: (one) => requirements[one].says,
    again: (ids) => `vitest run -t "${ids.join(' |')} " (seed ${seed} in the options of describeConformance)`,
  };
  const message = `${id} ${level} ${outcome}: ${why}\n\n${failureLines(result, seed, settings).join('\n')}`;
  if (level === 'MUST' || outcome === 'inconclusive') throw new Nonconformance(message);
  if (level === 'SHOULD') console.warn(message);
  await annotate(message, level === 'SHOULD' ? 'warning' : 'notice');
}

/** The failure of a test: what is wrong is in the message, and the stack would only show this file. */
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
