import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { planInputs } from '../../engine/run/input-plan.js';
import type { Result } from '../../engine/run/outcome.js';
import { Scheduler } from '../../engine/run/scheduler.js';
import { Session } from '../../engine/run/session/session.js';
import type { Server } from '../server/server.js';

/** How many inputs are played at a time: few, because the first input kills most mutants. */
const concurrency = 4;

/**
 * Decides only these requirements and plays no more of what a run of only them plays than that takes: the inputs of each case until one
 * fails, and for rules the inputs that show what they judge until each rule has failed.
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
    const { own, forRules } = planInputs(session, scheduler.cases, (id) => ids.includes(id));
    const rules = session.rules.filter(({ id }) => ids.includes(id) && !session.notApplicable(id));
    await scheduler.play(own, ({ check }) => !scheduler.hasFailed(check));
    const isOpen = () => rules.some((rule) => session.ruleResult(rule).outcome !== 'failed');
    if (isOpen()) await scheduler.play([...own, ...forRules], isOpen);
    return checks.filter(({ id }) => ids.includes(id)).map((check) => scheduler.result(check));
  } finally {
    await session.close();
  }
}
