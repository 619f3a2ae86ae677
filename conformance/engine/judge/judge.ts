import { type Exchange, keepable } from '../evidence/exchange.js';
import { preview, truncate } from '../evidence/preview.js';
import { redactorOf, replyOf } from '../evidence/recorded-exchange.js';
import { valueAt } from '../evidence/schema-error.js';
import { subjectOf } from './subject.js';
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
  const { actionId, element } = seen ? subjectOf(seen, finding.at) : finding;
  const kept = (text: string) => truncate(redact(text), keptCharacters);
  const { message, expected, at, write, writeInput, counterexample, diagram, replay } = finding;
  const received = typedValue(finding, seen);
  return {
    message: kept(received === finding.received ? message : withTail(message, finding.received, received)),
    expected: kept(expected),
    received: kept(received),
    ...(at !== undefined && { at: redact(at) as typeof at }),
    ...(actionId !== undefined && { actionId: redact(actionId) }),
    ...(element !== undefined && { element: redact(element) }),
    ...(write && { write: keepable(write) }),
    ...(writeInput !== undefined && { writeInput: redact(writeInput) }),
    ...(counterexample && { counterexample: counterexample.map(redact) }),
    ...(diagram !== undefined && { diagram: redact(diagram) }),
    ...(replay !== undefined && { replay }),
    ...(seen && { exchange: keepable(seen) }),
  };
}

/** A received text that is the value at the place of the finding becomes its JSON, so that `"7"` and `7` look different. */
function typedValue({ received, at }: Finding, exchange: Exchange | undefined): string {
  if (!exchange?.response || !at?.startsWith('/')) return received;
  const value = valueAt(replyOf(exchange, exchange.response).body, at);
  return typeof value === 'string' && value === received ? preview(value) : received;
}

function withTail(message: string, before: string, after: string): string {
  return message.endsWith(before) ? message.slice(0, message.length - before.length) + after : message;
}
