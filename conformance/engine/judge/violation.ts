import type { Exchange } from '../evidence/exchange.js';
import type { Location } from './location.js';

/** What an expectation found: a sentence, both sides of the comparison and the place in the response. */
export interface Finding {
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly at?: Location | undefined;
  readonly exchange?: Exchange | undefined;
  /** The id of the action that the finding is about, as far as the exchange shows it. */
  readonly actionId?: string | undefined;
  /** The element of a list that `at` is in, as JSON. */
  readonly element?: string | undefined;
  /** The last write to the action before the exchange, if the exchange shows what the write did. */
  readonly write?: Exchange | undefined;
  /** The input that sent the write, if it is another one. */
  readonly writeInput?: string | undefined;
  /** The numbered steps of a sequence or the timeline of a race, one line each. */
  readonly counterexample?: readonly string[] | undefined;
  /** The counterexample as a diagram (SVG). */
  readonly diagram?: string | undefined;
  /** The value of `--replay` that repeats the counterexample with the same seed. */
  readonly replay?: string | undefined;
}

/** Both sides of a comparison as every message says them. */
export function sides(expected: string, received: string): string {
  return `expected ${expected}, received ${received}`;
}

/** Thrown by an expectation that does not hold: the requirement failed. Nothing else throws it. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}
