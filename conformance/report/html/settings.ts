import type { ReportSettings } from '../settings.js';

/** The life of an action according to the contract. */
export interface Lifecycle {
  /** In the order in which an action may have them. */
  readonly statuses: readonly string[];
  readonly initial: string;
  readonly final: readonly string[];
  /** The allowed transitions. */
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly by: readonly string[] }[];
}

/** What the HTML report needs besides the run and its exchanges. */
export interface HtmlSettings extends ReportSettings {
  /** From the header of the record. */
  readonly about: {
    readonly kit: { readonly name: string; readonly version: string };
    readonly digests: { readonly contract: string; readonly catalogue: string };
    readonly node: string;
    readonly platform: string;
    /** ISO 8601. */
    readonly startedAt: string;
  };
  readonly lifecycle: Lifecycle;
  /** The documented status codes of each operation. */
  readonly documented: Readonly<Record<string, readonly number[]>>;
  /** False for a record without its end. */
  readonly isComplete: boolean;
}
