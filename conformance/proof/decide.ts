import { type RequirementId, requirements } from '../../generated/requirements.js';
import type { Check, Rule } from '../kit/check.js';
import type { Decision, Result } from '../kit/outcome.js';
import { pool } from '../kit/pool.js';
import { facts, type Job, Session } from '../kit/session.js';
import type { Server } from './server.js';

/**
 * Decides only these requirements, and does no more than that takes: their own cases first, and for rules as many of the other
 * cases as it takes until each of them is violated.
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
      const why = session.notApplicable(requirements[id]);
      return why === undefined
        ? []
        : [{ ...facts(requirements[id]), outcome: 'not-applicable', why, findings: [], judged: 0 }];
    });
    const asked = ids.filter((id) => !results.some((result) => result.id === id));
    const own = session.cases.filter(({ id }) => asked.includes(id));
    const decisions = new Map<RequirementId, Decision[]>(own.map(({ id }) => [id, []]));
    const playJob = async (job: Job) => {
      const decision = await session.play(job);
      decisions.get(job.check.id)?.push(decision);
    };
    await pool(
      own.flatMap((check) => session.jobs(check)),
      options.concurrency,
      playJob,
    );
    const rules = session.rules.filter(({ id }) => asked.includes(id));
    await feed(
      session,
      rules,
      playJob,
      own.map(({ id }) => id),
    );
    for (const check of own) results.push(session.caseResult(check, decisions.get(check.id) ?? []));
    for (const rule of rules) results.push(session.ruleResult(rule));
    return results;
  } finally {
    await session.close();
  }
}

/** Plays the cases that have not been played, those of the rules' own areas first, until every rule is violated. */
async function feed(
  session: Session,
  rules: readonly Rule[],
  playJob: (job: Job) => Promise<void>,
  played: readonly RequirementId[],
): Promise<void> {
  const open = () => rules.some((rule) => session.ruleResult(rule).outcome !== 'violated');
  if (!open()) return;
  const areas = new Set(rules.map(({ id }) => requirements[id].area));
  const others = session.cases.filter(({ id }) => !played.includes(id) && !session.notApplicable(requirements[id]));
  const nearFirst = others.sort((a, b) => near(b) - near(a));
  await pool(
    nearFirst.flatMap((check) => session.jobs(check)),
    session.options.concurrency,
    async (job) => {
      if (open()) await playJob(job);
    },
  );

  function near({ id }: Check): number {
    return areas.has(requirements[id].area) ? 1 : 0;
  }
}
