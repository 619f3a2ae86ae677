import type { RunRecord } from '../record.js';
import type { Observed } from './observed/observed.js';
import type { HtmlSettings } from './settings.js';

/** How much of each part is shown, so that the page does not become too large; most are numbers of characters. */
export interface Limits {
  readonly body: number;
  /** The body of an exchange that only shows why a requirement passed. */
  readonly evidence: number;
  /** The header fields of one message together. */
  readonly fields: number;
  /** A text that is not a body. */
  readonly text: number;
  /** A curl command. A longer one is left out, because the beginning of a command is of no use. */
  readonly command: number;
  /** Findings of one requirement that are shown in full. */
  readonly findings: number;
  /** Lines of a counterexample, and requests in a timeline. */
  readonly steps: number;
}

/** Thrown while a page is written that is too large with the present limits. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** What every part of the page is made of. */
export interface Context {
  readonly record: RunRecord;
  readonly observed: Observed;
  readonly settings: HtmlSettings;
  readonly limits: Limits;
  /** The numbers of the exchanges that the page shows so far; a later finding links to them. */
  readonly shown: Set<number>;
  /** Takes the number of characters of a part. @throws TooLarge */
  readonly count: (characters: number) => void;
}
