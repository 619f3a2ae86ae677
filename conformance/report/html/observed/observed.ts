import type { Exchange } from '../../../engine/evidence/exchange.js';
import type { Result } from '../../../engine/run/outcome.js';
import type { SeenTransition } from './transitions.js';

/** One exchange in brief, as a line of a timeline. */
export interface Step extends Pick<Exchange, 'number' | 'caller' | 'operation' | 'startedAt' | 'endedAt'> {
  readonly method: string;
  readonly url: string;
  /** The beginning of the body that was sent. */
  readonly sent: string | undefined;
  readonly status: number | undefined;
  /** The beginning of the status of the action in the response, or why there is no response. */
  readonly shown: string | undefined;
}

/** How often something was seen, by a name. */
export type Counts = ReadonlyMap<string, number>;

/** What a report shows of all exchanges of a run, in a size that does not grow with their number. */
export interface Observed {
  /** By operation and caller: how often each status was received. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<string, Counts>>;
  /** By operation: the milliseconds until each response, in ascending order. */
  readonly durations: ReadonlyMap<string, readonly number[]>;
  /** By `from` and `to`, separated by a space. */
  readonly transitions: ReadonlyMap<string, SeenTransition>;
  /** By the number of an exchange of a finding: the requests of the same input, in the order in which they were sent. */
  readonly steps: ReadonlyMap<number, readonly Step[]>;
  /** By requirement that passed: an exchange of an input of its case, or the first that its rule judged. */
  readonly evidence: ReadonlyMap<Result['id'], Exchange>;
}

/** How a request outside the contract, and one without a response, are named. */
export const otherOperation = 'other';
export const noResponse = 'none';
