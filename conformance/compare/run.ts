import type { Result } from '../engine/run/outcome.js';
import type { NullScore } from '../report/null-score.js';
import type { BehaviourLog } from './behaviour/behaviour.js';

/** What became of a requirement, as every file of a run has it. */
export type ComparedResult = Pick<Result, 'id' | 'level' | 'basis' | 'outcome' | 'reason'>;

/** What a record shows besides its results. */
export interface Behaved {
  readonly log: BehaviourLog;
  /** True if actions changed their status without a request. */
  readonly movesByItself: boolean;
}

/** A run as it is compared with others, from its record or its JSON report. */
export interface ComparedRun {
  /** The file it was read from. */
  readonly file: string;
  readonly target: string;
  readonly url: string;
  /** Absent if the run ended before the probe. */
  readonly class?: string | undefined;
  readonly features: readonly string[];
  readonly identities: readonly string[];
  readonly verdict?: string | undefined;
  readonly seed?: number | null | undefined;
  readonly results: readonly ComparedResult[];
  /** Digests of the contract and the catalogue of requirements; a JSON report has none. */
  readonly digests?: { readonly contract: string; readonly catalogue: string } | undefined;
  /** Absent for a JSON report, which has no exchanges. */
  readonly behaved?: Behaved | undefined;
  /** What is wrong with the file: it is not whole, or was changed. */
  readonly problems: readonly string[];
  readonly bestNullServer?: NullScore | undefined;
}
