import type { Operation } from '../../../generated/requirements.js';
import type { HeaderFields } from './header-fields.js';
import { truncate } from './preview.js';

/** Who sends a request; `anonymous` sends no `Authorization` header. */
export const identities = ['writer', 'reader', 'stranger', 'delegated', 'neighbour', 'expired'] as const;
export type Identity = (typeof identities)[number];
export type Caller = Identity | 'anonymous';

/** A request as it was sent. In a recorded exchange the name of a token's variable stands in place of the token. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Set when the body was sent as bytes: each character of `body` is one byte. */
  readonly bytes?: true | undefined;
}

/** A response as it was received; `body` is decoded from UTF-8, with U+FFFD in place of invalid bytes. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: string;
  /** Set when only the beginning of the body was kept: it has more bytes than this. */
  readonly cutAt?: number | undefined;
  /** Why the kit could not read the body, such as a content coding that it cannot decode or a body beyond its limit. */
  readonly unreadable?: string | undefined;
  /** Why the bytes of the body are not what its content coding promises. */
  readonly notDecoded?: string | undefined;
  /** What is wrong with where the response ends; absent when it ends where its header fields say. */
  readonly framing?: string | undefined;
  /** Set when the response came over HTTP/2. */
  readonly httpVersion?: '2' | undefined;
  /** Set when the body is not valid UTF-8. */
  readonly notUtf8?: true | undefined;
  /** Set when the bytes begin with a byte order mark, which `body` does not have. */
  readonly byteOrderMark?: true | undefined;
}

/** One request and its response, or the reason why there is none. */
export interface Exchange {
  readonly number: number;
  /** The contract's operation; absent for a request outside the contract (DELETE, PUT, `/$count`). */
  readonly operation?: Operation | undefined;
  readonly caller: Caller;
  readonly request: SentRequest;
  /** The `$select` of the request; for a page that was reached by a link, the `$select` of the first page. */
  readonly select?: string | undefined;
  /** What is wrong with the request on purpose; absent when the request keeps the contract. */
  readonly defect?: string | undefined;
  readonly response?: ReceivedResponse | undefined;
  readonly failure?: string | undefined;
  /** How far a request without a response got; absent when it timed out. */
  readonly fate?: string | undefined;
  /** The phase of the case that sent it; `beside` for a list or a get that only asks whether the target accepts any request. */
  readonly phase?: 'given' | 'when' | 'beside' | undefined;
  /** Milliseconds since the run began. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Characters of a body and of a URL that stay in memory after they have been judged. */
const kept = { body: 32_768, url: 4_096 };

/** A copy of the exchange with long texts shortened, so that huge bodies do not fill the memory until the run ends. A body has at most `most` characters. */
export function keepable(exchange: Exchange, most = kept.body): Exchange {
  const { request, response } = exchange;
  const { body, url } = request;
  return {
    ...exchange,
    request: {
      ...request,
      url: truncate(url, kept.url),
      ...(body !== undefined && { body: truncate(body, most) }),
    },
    ...(response && { response: { ...response, body: truncate(response.body, most) } }),
  };
}
