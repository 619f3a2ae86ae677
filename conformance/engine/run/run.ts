import { setTimeout as sleep } from 'node:timers/promises';
import { type Requirement, type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Check } from '../check.js';
import { NothingSelected } from '../errors.js';
import { Sender } from '../http/sender.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { applyBaseline } from './baseline.js';
import { audited } from './ending/audit.js';
import type { Emit, Given } from './events.js';
import { type Explorer, laneSequences } from './explorer.js';
import { faultOf } from './fault.js';
import { leftOut, planInputs } from './input-plan.js';
import { auditFor, narrowed } from './narrow.js';
import type { Result } from './outcome.js';
import { unplayed } from './results.js';
import { Scheduler } from './scheduler.js';
import { Session } from './session/session.js';
import { type Stage, TargetStage } from './session/stage.js';
import { Share } from './shard.js';
import { tally, verdict } from './verdict.js';

/** The results of a run, and the exit code that they mean. */
export interface RunResult {
  readonly results: readonly Result[];
  readonly exitCode: number;
}

/** Milliseconds for the clean-up of a run that ends early. */
const cleanUpMs = 2_000;

/**
 * Probes a target, plays the cases, lets the explorers work, and decides each requirement of the catalogue. Everything that happens is
 * emitted as an event. Neither the events nor the results contain a secret of the target.
 *
 * @throws NothingSelected, or ConfigurationError for an invalid URL, before the first event; later Unreachable, ConfigurationError,
 *   Interrupted or KitFault, each after the event `fault`.
 */
export async function run(
  checks: readonly Check[],
  target: Target,
  given: RunOptions,
  emit: Emit,
  explorers: readonly Explorer[] = [],
  stage: Stage = targetStage(target, given, emit),
): Promise<RunResult> {
  const selected = new Set(checks.filter(({ id }) => given.only(requirements[id])).map(({ id }) => id));
  if (selected.size === 0) throw new NothingSelected('no requirement with a check is selected');
  const options = narrowed(given, checks, (id) => selected.has(id));
  const session = new Session(checks, target, options, stage, emit);
  const [name, url] = [session.redact(target.name), session.redact(target.url)];
  const { seed, runId, shard } = options;
  emit({
    type: 'started',
    target: name,
    url,
    seed,
    ...(runId !== undefined && { run: runId }),
    selected: [...selected],
    ...(shard && { shard }),
  });
  emit(givenTo(session, stage));
  try {
    const { class: targetClass, seen, discriminates, features, identities, notices } = await session.probe();
    emit({ type: 'probed', class: targetClass, seen, discriminates, features, identities: [...identities], notices });
    const results = await decideAll(session, selected, emit, explorers);
    emit({ type: 'explained', ...session.explained(results) });
    await session.cleanUp();
    const { baseline } = options;
    const applied = baseline && applyBaseline(baseline, results);
    const outcome = verdict(results, applied);
    const { notices: conditions } = session;
    const durationMs = Math.ceil(stage.now());
    emit({
      type: 'finished',
      ...outcome,
      tally: tally(results),
      requests: session.requests,
      durationMs,
      notices: conditions,
      ...(applied && {
        baseline: { file: baseline.file, known: [...applied.known.values()].flat(), problems: applied.problems },
      }),
    });
    return { results, exitCode: outcome.exitCode };
  } catch (error) {
    await Promise.race([session.cleanUp(), sleep(cleanUpMs, undefined, { ref: false })]);
    const { message, exitCode } = faultOf(error);
    emit({ type: 'fault', message: session.redact(message), exitCode });
    throw error;
  } finally {
    await session.close();
  }
}

function targetStage(target: Target, options: RunOptions, emit: Emit): Stage {
  const sender = new Sender(target, options, ({ reason, until }) =>
    emit({ type: 'waiting', reason: sender.redact(reason), until: until.toISOString() }),
  );
  return new TargetStage(sender);
}

/** What the results of the session depend on, besides its exchanges. */
function givenTo({ target, options, profile }: Session, { writes, began, gatewayFields }: Stage): Given {
  const { only, observe, secrets, signal, ledger, ...numbers } = options;
  const { identities, claims, unsuitable, notices } = profile;
  return {
    type: 'given',
    only: Object.values(requirements).flatMap((requirement) => (only(requirement) ? [requirement.id] : [])),
    options: numbers,
    identities: [...identities],
    began,
    gatewayFields,
    known: { claims, unsuitable, notices },
    declared: target.declared,
    routing: target.routing,
    writes,
  };
}

/** What other cases than that of the requirement, or the audit, may find to fail. */
const decidedLast: ReadonlySet<RequirementId> = new Set([...audited, 'LIST-3', 'LIST-6', 'LIST-7']);

async function decideAll(
  session: Session,
  selected: ReadonlySet<RequirementId>,
  emit: Emit,
  explorers: readonly Explorer[],
): Promise<readonly Result[]> {
  const wanted = (id: RequirementId) => selected.has(id);
  let total = 0;
  let done = 0;
  let failed = 0;
  const all = [...session.cases, ...session.rules];
  const share = new Share({ ...session.options, checks: all, wanted, explorers });
  const scheduler = new Scheduler(session, {
    wanted,
    explorers,
    share,
    played: ({ check }) => emit({ type: 'progress', done: ++done, of: Math.max(total, done), case: check.id, failed }),
  });
  const decided = new Map<string, Result>();
  const decide = (result: Result) => {
    decided.set(result.id, result);
    if (result.outcome === 'failed') failed += 1;
    emit({ type: 'decided', result });
  };
  for (const requirement of Object.values(requirements)) {
    const result = notPlayed(session, requirement, wanted(requirement.id));
    if (result) decide(result);
  }
  const notApplicable = [...decided.values()].filter(({ outcome }) => outcome === 'not-applicable').length;
  const checks = [...scheduler.cases, ...session.rules].filter(({ id }) => wanted(id) && !decided.has(id));
  const rules = checks.filter(({ kind }) => kind === 'rule').length;
  const { own, forRules, rest } = planInputs(session, scheduler.cases, wanted, share);
  const jobs = [...own, ...forRules];
  total = jobs.length;
  const sequences = scheduler.explores ? sequencesOf(session.options, share, explorers) : 0;
  const { effort } = session.options;
  const left = leftOut(
    session,
    scheduler.cases.filter((check) => wanted(check.id) && share.has(check)),
    own,
  );
  const plan = { inputs: total, forRules: forRules.length, rules, sequences, notApplicable, effort, leftOut: left };
  emit({ type: 'planned', cases: new Set(jobs.map(({ check }) => check.id)).size, ...plan });
  await scheduler.playByCase(jobs, (check) => {
    if (wanted(check.id) && share.has(check) && !scheduler.isExplored(check.id) && !decidedLast.has(check.id))
      decide(scheduler.result(check));
  });
  await scheduler.playUntilSeen(rest);
  await scheduler.explore();
  const audit = auditFor(all, wanted);
  if (session.options.audit && audit !== 'none') {
    const before = session.requests;
    const actions = await session.audit(audit);
    emit({ type: 'audited', actions, requests: session.requests - before });
  }
  for (const check of checks)
    if (!decided.has(check.id))
      decide(check.kind === 'rule' ? share.ofRule(scheduler.result(check)) : scheduler.result(check));
  return Object.keys(requirements).flatMap((id) => decided.get(id) ?? []);
}

/** How many sequences this part of the run plays. */
function sequencesOf({ sequences, replay }: RunOptions, share: Share, explorers: readonly Explorer[]): number {
  if (replay !== undefined) return 1;
  const [{ lanes = 1 } = {}] = explorers;
  const own = Array.from({ length: lanes }, (_, lane) => lane).filter((lane) => share.hasLane(0, lane));
  return own.reduce((sum, lane) => sum + laneSequences(sequences, lanes, lane), 0);
}

/** The result of a requirement that is not selected, that no check can decide, or that does not apply to the target. */
function notPlayed(session: Session, requirement: Requirement, wanted: boolean): Result | undefined {
  const { id, untested } = requirement;
  if (untested !== undefined && session.options.only(requirement))
    return unplayed(id, 'not-applicable', { kind: 'untested', detail: untested });
  if (!wanted) return unplayed(id, 'not-selected', { kind: 'not-selected', detail: 'not selected' });
  const reason = session.notApplicable(id);
  return reason && unplayed(id, 'not-applicable', reason);
}
