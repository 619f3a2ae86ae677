import { setTimeout as sleep } from 'node:timers/promises';
import { type Requirement, type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Check } from '../check.js';
import { Interrupted, NothingSelected } from '../errors.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import type { Emit } from './events.js';
import { type Explorer, withDiscoveries } from './explorer.js';
import { faultOf } from './fault.js';
import type { Decision, Result } from './outcome.js';
import { pool } from './pool.js';
import { facts, type Job, Session } from './session.js';
import { tally, verdict } from './verdict.js';

/** What a run came to. */
export interface RunResult {
  readonly results: readonly Result[];
  readonly exitCode: number;
}

/**
 * Probes a target, plays the cases and then lets the explorers loose, holds the rules over every exchange and decides each requirement
 * of the catalogue.
 *
 * @throws NothingSelected or ConfigurationError (a URL that is none) before anything is told; later Unreachable, ConfigurationError, Interrupted or KitFault, each told
 *   as the event `fault` first.
 */
export async function run(
  checks: readonly Check[],
  target: Target,
  options: RunOptions,
  emit: Emit,
  explorers: readonly Explorer[] = [],
): Promise<RunResult> {
  const began = performance.now();
  const selected = new Set(checks.filter(({ id }) => options.only(requirements[id])).map(({ id }) => id));
  if (selected.size === 0) throw new NothingSelected('no requirement with a check is selected');
  const session = new Session(checks, target, options);
  emit({ type: 'started', target: target.name, url: target.url, seed: options.seed, selected: [...selected] });
  try {
    const profile = await session.probe();
    const { class: targetClass, discriminates, features, identities, notices } = profile;
    emit({ type: 'probed', class: targetClass, discriminates, features, identities: [...identities], notices });
    const results = await decideAll(session, selected, emit, explorers);
    await session.cleanUp();
    const outcome = verdict(results);
    const durationMs = Math.round(performance.now() - began);
    emit({ type: 'finished', ...outcome, tally: tally(results), requests: session.requests, durationMs });
    return { results, exitCode: outcome.exitCode };
  } catch (error) {
    await Promise.race([session.cleanUp(), sleep(lastPatienceMs, undefined, { ref: false })]);
    emit({ type: 'fault', ...faultOf(error) });
    throw error;
  } finally {
    await session.close();
  }
}

/** Milliseconds that a run which ends early takes to end what it started. */
const lastPatienceMs = 2_000;

async function decideAll(
  session: Session,
  selected: ReadonlySet<string>,
  emit: Emit,
  explorers: readonly Explorer[],
): Promise<readonly Result[]> {
  const results = new Map<string, Result>();
  const decide = (result: Result) => {
    results.set(result.id, result);
    emit({ type: 'decided', result });
  };
  const wanted = (id: string) => selected.has(id);
  const rules = session.rules.filter(({ id }) => wanted(id));
  for (const requirement of Object.values(requirements)) {
    const why = notPlayed(session, requirement, wanted(requirement.id));
    if (why) decide({ ...facts(requirement), findings: [], judged: 0, ...why });
  }
  // A rule is judged by what the cases exchange, so a rule that is selected brings all cases with it.
  const cases = session.cases.filter(
    ({ id }) => (wanted(id) || rules.length > 0) && !session.notApplicable(requirements[id]),
  );
  const jobs = cases.flatMap((check) => session.jobs(check));
  const notApplicable = [...results.values()].filter(({ outcome }) => outcome === 'not-applicable').length;
  const explores = explorers.some(({ judges }) => judges.some(wanted)) && session.profile.class === 'stateful';
  const sequences = explores ? sequencesOf(session.options) : 0;
  emit({ type: 'planned', cases: cases.length, inputs: jobs.length, rules: rules.length, sequences, notApplicable });
  const decisions = new Map<string, Decision[]>(cases.map(({ id }) => [id, []]));
  const open = new Map<string, number>(cases.map(({ id }) => [id, jobs.filter(({ check }) => check.id === id).length]));
  let done = 0;
  const playJob = async (job: Job) => {
    if (session.options.signal?.aborted) throw new Interrupted('the run was interrupted');
    const { id } = job.check;
    decisions.get(id)?.push(await session.play(job));
    open.set(id, (open.get(id) ?? 0) - 1);
    emit({ type: 'progress', done: ++done, of: jobs.length });
    if (open.get(id) === 0 && early(id)) decide(session.caseResult(job.check, decisions.get(id) ?? []));
  };
  // What an explorer may still find a violation of is decided when it is done.
  const explorable = new Set(explorers.flatMap(({ judges }) => judges));
  const early = (id: RequirementId) => wanted(id) && !explorable.has(id);
  for (const check of cases) if (open.get(check.id) === 0 && early(check.id)) decide(session.caseResult(check, []));
  await pool(jobs, session.options.concurrency, playJob);
  const found = await Promise.all(explorers.map((explorer) => session.explore(explorer, wanted)));
  for (const check of cases) {
    if (wanted(check.id) && !results.has(check.id))
      decide(withDiscoveries(session.caseResult(check, decisions.get(check.id) ?? []), found));
  }
  for (const check of rules) if (!results.has(check.id)) decide(withDiscoveries(session.ruleResult(check), found));
  return Object.keys(requirements).flatMap((id) => results.get(id) ?? []);
}

function sequencesOf({ sequences, replay }: RunOptions): number {
  return replay === undefined ? sequences : 1;
}

function notPlayed(
  session: Session,
  requirement: Requirement,
  wanted: boolean,
): Pick<Result, 'outcome' | 'reason'> | undefined {
  if (requirement.untested !== undefined)
    return { outcome: 'not-applicable', reason: { kind: 'untested', detail: requirement.untested } };
  if (!wanted) return { outcome: 'not-selected', reason: { kind: 'not-selected', detail: 'not selected' } };
  const reason = session.notApplicable(requirement);
  return reason === undefined ? undefined : { outcome: 'not-applicable', reason };
}
