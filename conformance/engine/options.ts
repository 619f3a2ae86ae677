import type { Requirement } from '../../generated/requirements.js';
import { type Effort, effortOptions } from './effort.js';
import type { Exchange } from './evidence/exchange.js';
import type { Ledger } from './http/ledger.js';
import type { RequestRate } from './http/pace/rate-limit.js';
import type { Secrets } from './http/secrets/secrets.js';
import type { Baseline } from './run/baseline.js';
import type { Shard } from './run/shard.js';

/** The options of a run; every member has a default. */
export interface RunOptions {
  /** Selects the requirements to check; all of them by default. */
  readonly only: (requirement: Requirement) => boolean;
  /** How much of the catalogue is played; see `effortOptions` for what else it changes. */
  readonly effort: Effort;
  /** How often each input is played, each time with other drawn values. */
  readonly draws: number;
  /** Whether the run reads everything that it created once more at its end. */
  readonly audit: boolean;
  /** The seed of every generated value. */
  readonly seed: number;
  /** The id of the run, which each `client-request-id` carries; random by default. */
  readonly runId?: string;
  /** How many inputs of cases run at the same time. */
  readonly concurrency: number;
  /** Plays twice as many at the same time on a target that takes long for each request. */
  readonly adaptConcurrency?: boolean;
  /** The most requests of the whole run in a time; without it, as many as the target takes. */
  readonly rate?: RequestRate;
  /** Time limit for the whole run, without its clean-up, in milliseconds. What is not decided by then is inconclusive. */
  readonly maxTimeMs?: number;
  /** Time limit for one exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** Time limit for effects that the target applies later (propagation, cancelling), in milliseconds. */
  readonly settleMs: number;
  /** Rounds of concurrent requests of each kind; 0 for none. */
  readonly races: number;
  /**
   * How long the run waits for a target that throttles, is overloaded or restarts, in milliseconds; a response to any request starts
   * this time anew.
   */
  readonly patienceMs: number;
  /** Bytes of a decoded response body that are read; a longer one makes what depends on it inconclusive. */
  readonly maxBodyBytes: number;
  /** How many sequences of operations are generated and played after the cases; 0 for none. */
  readonly sequences: number;
  /** Plays fewer sequences when only some of the requirements that they find are selected. */
  readonly adaptSequences?: boolean;
  /** Time limit for sequences, in milliseconds: no further sequence starts after it. */
  readonly budgetMs: number;
  /** Plays only the sequence at this position among those that the seed generates, as a report prints it. */
  readonly replay?: string;
  /** Which part of a divided run this is; without it the run is whole. */
  readonly shard?: Shard;
  /** The known failures, which do not decide the verdict. */
  readonly baseline?: Baseline;
  /** Keeps what the run creates, for `sweep`. */
  readonly ledger?: Ledger;
  /** Origins, besides loopback, to which writing requests may be sent. */
  readonly allowWrites: readonly string[];
  /** Sends only GET requests, also to a target that may be written to. */
  readonly readOnly?: boolean;
  /** Receives every exchange, after the case that made it is over. */
  readonly observe?: (exchange: Exchange) => void;
  /** The secrets of the run; by default the tokens of the target, and what it sends. */
  readonly secrets?: Secrets;
  /** Ends the run early when it is aborted. */
  readonly signal?: AbortSignal;
}

/** The default of every option except the seed, which is random. `--help` prints them from here. */
export const defaultOptions: Omit<RunOptions, 'seed'> = {
  only: () => true,
  effort: 'standard',
  draws: 1,
  audit: true,
  concurrency: 8,
  timeoutMs: 10_000,
  settleMs: 2_000,
  races: 2,
  patienceMs: 600_000,
  maxBodyBytes: 16 * 1024 * 1024,
  sequences: 36,
  budgetMs: 10_000,
  allowWrites: [],
};

/** A seed for a run that has none. */
export function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

/** Options with the defaults of what they leave out; the effort has some of its own. */
export function completeOptions(options: Partial<RunOptions>): RunOptions {
  return {
    ...defaultOptions,
    adaptConcurrency: options.concurrency === undefined,
    adaptSequences: options.sequences === undefined,
    seed: randomSeed(),
    ...effortOptions[options.effort ?? defaultOptions.effort],
    ...options,
  };
}
