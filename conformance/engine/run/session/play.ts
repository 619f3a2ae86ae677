import type { Case } from '../../check.js';
import { ConfigurationError, Inconclusive, KitFault, NotObserved, Unreachable } from '../../errors.js';
import type { Exchange } from '../../evidence/exchange.js';
import { attachExchange, countJudgements } from '../../judge/judge.js';
import { Violation } from '../../judge/violation.js';
import type { World } from '../../world/world.js';
import type { Decision } from '../outcome.js';

/**
 * Plays one input of a case. The phase that throws decides: only `then` can make it fail; `given` and `when` make it inconclusive.
 *
 * @param evidence returns the exchanges of the input and of what was prepared for it.
 */
export async function play(
  check: Case,
  input: unknown,
  world: World,
  exchanges: readonly Exchange[],
  evidence = () => exchanges,
): Promise<Decision> {
  const label = check.named(input as never);
  let given: unknown;
  let seen: unknown;
  try {
    world.phase = 'given';
    given = await check.prepare(world, input as never);
    world.phase = 'when';
    seen = await check.act(world, given as never, input as never);
  } catch (error) {
    return inconclusive(error, label, exchanges);
  }
  const { judged, finding } = judgedBy(check, label, () => check.judge(seen as never, given as never, input as never));
  const last = exchanges.at(-1);
  if (finding) return { outcome: 'failed', judged, finding: { ...attachExchange(finding, last), input: label } };
  if (judged === 0) throw new KitFault(`${check.id}: the case judged nothing${label && ` (${label})`}`);
  if (!evidence().some(({ response }) => response))
    return inconclusive(new Inconclusive('no response was received', undefined, 'no-response'), label, exchanges);
  return { outcome: 'passed', judged };
}

function judgedBy(check: Case, label: string, act: () => void): ReturnType<typeof countJudgements> {
  try {
    return countJudgements(act);
  } catch (error) {
    if (error instanceof Inconclusive)
      throw new KitFault(
        `${check.id}: \`then\` must not throw Inconclusive${label && ` (${label})`}: ${error.message}`,
      );
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new KitFault(`${check.id}: the judgement itself failed${label && ` (${label})`}: ${detail}`);
  }
}

function inconclusive(error: unknown, input: string, exchanges: readonly Exchange[]): Decision {
  if (error instanceof KitFault || error instanceof ConfigurationError || error instanceof Unreachable) throw error;
  const isForeseen = error instanceof Inconclusive || error instanceof Violation;
  const received = isForeseen ? error.message : `the case itself failed: ${String(error)}`;
  const exchange = (error instanceof Inconclusive ? error.exchange : undefined) ?? exchanges.at(-1);
  const said = { message: received, expected: 'the precondition of the case', received };
  const finding = { ...attachExchange(said, exchange), input };
  return {
    outcome: error instanceof NotObserved ? 'not-applicable' : 'inconclusive',
    judged: 0,
    finding,
    kind: error instanceof Inconclusive ? error.kind : 'precondition',
  };
}
