import type { Requirement } from '../../generated/requirements.js';
import type { Exchange } from './evidence/exchange.js';

/** How a run behaves; every member has a default. */
export interface RunOptions {
  /** Which requirements to decide; all of them by default. */
  readonly only: (requirement: Requirement) => boolean;
  /** Draws every value that the kit makes up. */
  readonly seed: number;
  /** How many cases run at a time. */
  readonly concurrency: number;
  /** Milliseconds for one exchange. */
  readonly timeoutMs: number;
  /** Milliseconds within which what the target does later (propagation, cancelling) must have happened. */
  readonly settleMs: number;
  /** Rounds of concurrent requests of each kind; 0 for none. */
  readonly races: number;
  /** Milliseconds that the run will wait for a throttling target, in all, before a request counts as refused. */
  readonly throttleMs: number;
  readonly maxBodyBytes: number;
  /** How many sequences of operations are drawn and played after the cases. */
  readonly sequences: number;
  /** Milliseconds after which no further sequence begins. */
  readonly budgetMs: number;
  /** Plays only the sequence at this place of what the seed draws, as a report prints it. */
  readonly replay?: string;
  /** Origins, besides loopback, to which writing requests may be sent. */
  readonly allowWrites: readonly string[];
  /** Is told every exchange, once the case that made it is over. */
  readonly observe?: (exchange: Exchange) => void;
  /** Ends the run early when it is aborted. */
  readonly signal?: AbortSignal;
}

export const defaultOptions: Omit<RunOptions, 'seed'> = {
  only: () => true,
  concurrency: 8,
  timeoutMs: 10_000,
  settleMs: 2_000,
  races: 3,
  throttleMs: 120_000,
  maxBodyBytes: 4 * 1024 * 1024,
  sequences: 60,
  budgetMs: 10_000,
  allowWrites: [],
};

/** A seed for a run that was given none. */
export function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
