import { type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Case, Check } from '../../engine/check.js';
import type { Result } from '../../engine/run/outcome.js';
import { Scheduler } from '../../engine/run/scheduler.js';
import { Session } from '../../engine/run/session.js';
import type { Server } from '../server/server.js';

/** How many inputs are played at a time: few, because the first input kills most mutants. */
const concurrency = 4;

/**
 * Decides only these requirements and plays no more than that takes: the inputs of each case until one fails, and for rules the inputs
 * of other cases until each rule has failed.
 */
export async function runRequirements(
  ids: readonly RequirementId[],
  checks: readonly Check[],
  { target, options }: Server,
): Promise<readonly Result[]> {
  const session = new Session(checks, target, options);
  const scheduler = new Scheduler(session, { wanted: (id) => ids.includes(id), concurrency });
  try {
    await session.probe();
    const own = scheduler.cases.filter(({ id }) => ids.includes(id));
    const rules = session.rules.filter(({ id }) => ids.includes(id) && !session.notApplicable(id));
    await scheduler.play(scheduler.jobs(own), ({ check }) => !scheduler.hasFailed(check));
    const isOpen = () => rules.some((rule) => session.ruleResult(rule).outcome !== 'failed');
    if (isOpen()) await scheduler.play(scheduler.jobs(nearest(scheduler.cases, ids)), isOpen);
    return checks.filter(({ id }) => ids.includes(id)).map((check) => scheduler.result(check));
  } finally {
    await session.close();
  }
}

/** The cases in an order in which those of the requirements and of their areas come first. */
function nearest(cases: readonly Case[], ids: readonly RequirementId[]): readonly Case[] {
  const areas = new Set(ids.map((id) => requirements[id].area));
  const distance = ({ id }: Check) => (ids.includes(id) ? 0 : areas.has(requirements[id].area) ? 1 : 2);
  return cases.toSorted((a, b) => distance(a) - distance(b));
}
