import { type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import type { Decision, Result } from '../../engine/run/outcome.js';
import { pool } from '../../engine/run/pool.js';
import { facts, type Job, Session } from '../../engine/run/session.js';
import type { Server } from '../server/server.js';

/**
 * Decides only these requirements, and does no more than that takes: their own cases first, each until it is violated, and for rules as
 * many of the other cases as it takes until each of them is violated.
 */
export async function decideOnly(
  ids: readonly RequirementId[],
  checks: readonly Check[],
  { target, options }: Server,
): Promise<readonly Result[]> {
  const session = new Session(checks, target, options);
  try {
    await session.probe();
    const results = ids.flatMap((id): Result[] => {
      const reason = session.notApplicable(requirements[id]);
      return reason === undefined
        ? []
        : [{ ...facts(requirements[id]), outcome: 'not-applicable', reason, findings: [], judged: 0 }];
    });
    const asked = ids.filter((id) => !results.some((result) => result.id === id));
    const own = session.cases.filter(({ id }) => asked.includes(id));
    const rules = session.rules.filter(({ id }) => asked.includes(id));
    const decisions = new Map<RequirementId, Decision[]>(own.map(({ id }) => [id, []]));
    const play = async (job: Job) => {
      const decision = await session.play(job);
      decisions.get(job.check.id)?.push(decision);
    };
    const left: Job[] = [];
    await pool(jobsOf(session, own), width, async (job) => {
      if (decisions.get(job.check.id)?.some(({ outcome }) => outcome === 'failed')) left.push(job);
      else await play(job);
    });
    const open = () => rules.some((rule) => session.ruleResult(rule).outcome !== 'failed');
    if (open()) {
      await pool([...left, ...jobsOf(session, others(session, asked))], width, async (job) => {
        if (open()) await play(job);
      });
    }
    for (const check of own) results.push(session.caseResult(check, decisions.get(check.id) ?? []));
    for (const rule of rules) results.push(session.ruleResult(rule));
    return results;
  } finally {
    await session.close();
  }
}

/** How many inputs are played at a time: few, as most mutants are noticed by the first of them. */
const width = 4;

function jobsOf(session: Session, cases: Session['cases']): readonly Job[] {
  return cases.flatMap((check) => session.jobs(check));
}

/** The cases of other requirements than these, those of the same areas first. */
function others(session: Session, asked: readonly RequirementId[]): Session['cases'] {
  const areas = new Set(asked.map((id) => requirements[id].area));
  const near = ({ id }: Check) => (areas.has(requirements[id].area) ? 1 : 0);
  return session.cases
    .filter(({ id }) => !asked.includes(id) && !session.notApplicable(requirements[id]))
    .sort((a, b) => near(b) - near(a));
}
