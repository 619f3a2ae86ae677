import type { Operation } from '../../../generated/requirements.js';
import type { HeaderFields } from './header-fields.js';
import { beginning } from './preview.js';

/** Who sends a request; `anonymous` sends no `Authorization` header. */
export const identities = ['writer', 'reader', 'stranger', 'delegated', 'neighbour', 'expired'] as const;
export type Identity = (typeof identities)[number];
export type Caller = Identity | 'anonymous';

/** A request as it went over the wire, with the token replaced by the name of its variable. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Set when the body was sent as bytes: each character of `body` stands for one of them. */
  readonly bytes?: true;
}

/** A response as it came; `body` is the text as decoded from UTF-8. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: string;
  /** Set when the body was longer than the limit (bytes) and was cut there. */
  readonly cutAt?: number;
  /** Set when the body is not valid UTF-8. */
  readonly notUtf8?: true;
}

/** One request and its response, or the reason why none came. */
export interface Exchange {
  readonly number: number;
  /** The contract's operation; absent for a request outside the contract (DELETE, PUT, `/$count`). */
  readonly operation?: Operation;
  readonly caller: Caller;
  readonly request: SentRequest;
  /** The `$select` that the request was sent with, or that the first page was asked for with where this one was reached by a link. */
  readonly select?: string;
  /** What was made wrong on purpose; absent when the request keeps the contract. */
  readonly defect?: string;
  readonly response?: ReceivedResponse;
  readonly failure?: string;
  /** Milliseconds since the run began. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Characters of a body, and of a URL, that a run holds on to once they have been judged. */
const kept = { body: 32_768, url: 4_096 };

/** The exchange as it can be kept until the end of a run: a target that sends huge bodies must not fill the memory. */
export function keepable(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  const { body, url } = request;
  return {
    ...exchange,
    request: {
      ...request,
      url: beginning(url, kept.url),
      ...(body !== undefined && { body: beginning(body, kept.body) }),
    },
    ...(response && { response: { ...response, body: beginning(response.body, kept.body) } }),
  };
}
