import type { ReceivedResponse } from '../evidence/exchange.js';
import type { Fate } from './transport/transport.js';

/** The response to one request, or why there is none; times are in milliseconds since the run began. Holds real values. */
export interface Sent {
  readonly number: number;
  /** The `client-request-id`, unless the request chose it. */
  readonly requestId?: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly response?: ReceivedResponse;
  readonly failure?: string;
  /** How far a request without a response got; absent when it timed out. */
  readonly fate?: Fate;
}

/** Why a request that was rejected, and not because of what it asks for, is not sent again. */
export type GivenUp = 'patience' | 'rounds' | 'unsafe' | 'credentials';
