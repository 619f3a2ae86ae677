import { type Exchange, keepable } from '../evidence/exchange.js';
import { beginning } from '../evidence/preview.js';
import { type Finding, Violation } from './violation.js';

let judgements = 0;

/** The one way in which an expectation decides: counts the judgement, and throws a {@link Violation} when it does not hold. */
export function judge(holds: boolean, finding: () => Finding): void {
  judgements += 1;
  if (!holds) throw new Violation(finding());
}

/** Runs a synchronous judgement and says how often it judged and what it found. Errors other than a violation pass through. */
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

/** Characters of each text of a finding that a run holds on to. */
const keptCharacters = 4_096;

/** Gives a finding the exchange it was seen in, unless it names one already, and cuts what a target made huge. */
export function seenIn({ message, expected, received, ...finding }: Finding, exchange: Exchange | undefined): Finding {
  const seen = finding.exchange ?? exchange;
  return {
    ...finding,
    message: beginning(message, keptCharacters),
    expected: beginning(expected, keptCharacters),
    received: beginning(received, keptCharacters),
    ...(seen && { exchange: keepable(seen) }),
  };
}
