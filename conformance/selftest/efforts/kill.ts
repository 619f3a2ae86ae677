import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { type Effort, effortOptions, efforts } from '../../engine/effort.js';
import { planInputs } from '../../engine/run/input-plan.js';
import { Scheduler } from '../../engine/run/scheduler.js';
import { Session } from '../../engine/run/session/session.js';
import type { Mutant } from '../mutant.js';
import { runMutant } from '../run/run-mutant.js';
import { type Server, serverWith } from '../server/server.js';

/** The efforts with which a run kills a mutant: its requirement fails. */
export async function effortsThatKill(
  mutant: Mutant,
  checks: readonly Check[],
  seed: number,
): Promise<readonly Effort[]> {
  const killing: Effort[] = [];
  for (const effort of efforts) if (await isKilledWith(effort, mutant, checks, seed)) killing.push(effort);
  return killing;
}

/** Whether the requirement of a mutant fails on it in a run with this effort. What can no longer change that is not played. */
export async function isKilledWith(
  effort: Effort,
  mutant: Mutant,
  checks: readonly Check[],
  seed: number,
): Promise<boolean> {
  const run = { seed, effort, ...effortOptions[effort] };
  if (effort === 'smoke') return failsInSmoke(mutant.requirement, checks, await serverWith([mutant.difference()], run));
  const { unmet } = await runMutant(mutant, checks, run);
  return unmet.every(({ id, outcome }) => id !== mutant.requirement || outcome === 'failed');
}

/** A smoke run plays no inputs for the sake of one rule, so that all of its inputs count, those of the requirement first. */
async function failsInSmoke(
  id: RequirementId,
  checks: readonly Check[],
  { target, options }: Server,
): Promise<boolean> {
  const session = new Session(checks, target, options);
  const scheduler = new Scheduler(session, { wanted: () => true });
  try {
    await session.probe();
    const { own } = planInputs(session, scheduler.cases, () => true);
    const judged = checks.filter((check) => check.id === id);
    const failed = () => judged.some((check) => scheduler.result(check).outcome === 'failed');
    const isOwn = (check: Check) => Number(judged.includes(check));
    await scheduler.play(
      own.toSorted((a, b) => isOwn(b.check) - isOwn(a.check)),
      () => !failed(),
    );
    return failed();
  } finally {
    await session.close();
  }
}
