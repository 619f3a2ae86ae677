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
  readonly counterexample?: readonly string[];
  /** The same as a diagram (SVG), for reports that can hold one. */
  readonly diagram?: string;
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
