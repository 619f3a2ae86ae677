import type { Exchange } from '../evidence/exchange.js';

/** What an expectation found: the sentence, both sides of the comparison and where in the exchange it was seen. */
export interface Finding {
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** A JSON pointer into the body, `status`, or `header <name>`. */
  readonly at?: string;
  readonly exchange?: Exchange;
  /** How it came about, line by line: the numbered steps of a sequence, or the timeline of a race. */
  readonly story?: readonly string[];
  /** The same as a drawing (SVG), for reports that can hold one. */
  readonly drawing?: string;
  /** What `--replay` takes to do the same again with the same seed. */
  readonly replay?: string;
}

/** Thrown by an expectation: the target broke the promise under judgement. Nothing else may throw it. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** Thrown when a check cannot be decided: a precondition is missing, so that neither a pass nor a failure would mean anything. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
  constructor(
    message: string,
    readonly exchange?: Exchange,
  ) {
    super(message);
  }
}

/** Thrown by a case about something that may lawfully never happen (a 503, say) when it did not: the requirement is not applicable. */
export class NotObserved extends Inconclusive {}

/** Thrown when a request was not sent because the safety policy forbids it; `reading 0047`. */
export class BlockedByPolicy extends Inconclusive {}

/** Thrown when a write was not sent because it might reach an action that this run did not create. */
export class ForeignAction extends Inconclusive {}

/** Thrown when the kit itself did something wrong. It is never the target's fault and ends in exit code 70. */
export class KitFault extends Error {
  override readonly name = 'KitFault';
}

/** Thrown for a configuration that cannot be run: it says which option, what is wrong with its value and what is accepted. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError';
}

/** The user's filter chose no requirement that has a check. */
export class NothingSelected extends ConfigurationError {
  override readonly name = 'NothingSelected';
}

/** The run was told to stop before all was decided. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
