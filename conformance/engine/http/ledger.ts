import type { Caller } from '../evidence/exchange.js';

/** An action that a run created, and who created it. */
export interface LeftAction {
  readonly id: string;
  readonly caller: Caller;
}

/** Who can end an action: the writer everything in the tenant, a neighbour what is in the other one. */
export function enderOf(caller: Caller): Caller {
  return caller === 'neighbour' ? caller : 'writer';
}

/** What a request that may create an action sent, without secrets. */
export interface Intent {
  /** The `client-request-id` of the request, or its number for a request that chooses the field itself. */
  readonly request: string;
  readonly caller: Caller;
  /** Texts of the body by which the action can be found when its id is not known. */
  readonly marks: Readonly<Record<string, string>>;
  /** The ids that the request itself names. */
  readonly ids: readonly string[];
}

/** How an action ended: it was cancelled, or a response showed a final status. */
export type Ended = 'cancelled' | 'final';

/**
 * Keeps, outside of this process, what a run creates and ends, so that the actions of a run that was killed can be found and ended. Each
 * method returns after its entry is kept.
 */
export interface Ledger {
  /** Called before the request is sent. An error keeps the request from being sent. */
  intend(intent: Intent): void;
  /** The ids that the request of this intent created; none when it created nothing. */
  created(request: string, ids: readonly string[]): void;
  ended(id: string, how: Ended): void;
}
