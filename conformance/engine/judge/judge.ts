import { type Exchange, keepable } from '../evidence/exchange.js';
import { truncate } from '../evidence/preview.js';
import { redactorOf } from '../evidence/recorded-exchange.js';
import { type Finding, Violation } from './violation.js';

let judgements = 0;

/** Counts a judgement, and throws a {@link Violation} when it does not hold. Every expectation decides through this function. */
export function judge(holds: boolean, finding: () => Finding): void {
  judgements += 1;
  if (!holds) throw new Violation(finding());
}

/** Runs a synchronous judgement; returns the number of judgements and the violation, if any. Other errors pass through. */
export function countJudgements(act: () => void): { judged: number; finding?: Finding } {
  const before = judgements;
  try {
    act();
    return { judged: judgements - before };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { judged: judgements - before, finding: error.finding };
  }
}

/** Characters of each text of a finding that stay in memory. */
const keptCharacters = 4_096;

/** Attaches the exchange to a finding that names none, removes the secrets from the texts of the finding and shortens long ones. */
export function attachExchange(finding: Finding, exchange: Exchange | undefined): Finding {
  const seen = finding.exchange ?? exchange;
  const redact = redactorOf(seen);
  const kept = (text: string) => truncate(redact(text), keptCharacters);
  const { message, expected, received, at, counterexample, diagram, replay } = finding;
  return {
    message: kept(message),
    expected: kept(expected),
    received: kept(received),
    ...(at !== undefined && { at: redact(at) as typeof at }),
    ...(counterexample && { counterexample: counterexample.map(redact) }),
    ...(diagram !== undefined && { diagram: redact(diagram) }),
    ...(replay !== undefined && { replay }),
    ...(seen && { exchange: keepable(seen) }),
  };
}
