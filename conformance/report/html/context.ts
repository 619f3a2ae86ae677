import type { RunRecord } from '../record.js';
import type { Observed } from './observed/observed.js';
import type { HtmlSettings } from './settings.js';

/** How much of each part is shown, so that the page does not become too large. */
export interface Limits {
  /** Characters of a body, and of a text that is not a body. */
  readonly body: number;
  readonly text: number;
  /** Findings of one requirement that are shown in full. */
  readonly findings: number;
  /** Characters of a body that only shows why a requirement passed. */
  readonly evidence: number;
}

/** What every part of the page is made of. */
export interface Context {
  readonly record: RunRecord;
  readonly observed: Observed;
  readonly settings: HtmlSettings;
  readonly limits: Limits;
  /** The numbers of the exchanges that the page shows so far; a later finding links to them. */
  readonly shown: Set<number>;
}
