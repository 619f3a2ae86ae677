import type { HeaderFields } from '../../evidence/header-fields.js';
import type { ReadBody } from './body.js';

/** A request ready to be sent. Header names keep their case; only what HTTP itself requires (`Host`, `Content-Length`) is added. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** A response whose body is decoded from its content codings, up to `maxBodyBytes` of decoded size. */
export interface WireResponse extends ReadBody {
  readonly status: number;
  readonly headers: HeaderFields;
  /** Why the kit could not read the body; absent when it could. */
  readonly unreadable?: string;
  /** Why the bytes under a content coding are not what the coding promises. */
  readonly notDecoded?: string;
  /** What is wrong with where the response ends. */
  readonly framing?: string;
  /** Set when the response came over HTTP/2. */
  readonly httpVersion?: '2';
}

/** Header fields of a response that are read; servers send about twenty. */
export const mostFields = 256;

/** Limits of one exchange, so that no target can block the run or fill its memory. */
export interface Limits {
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** Why the rest of a long body need not be read; asked before it is. */
  readonly whyUnread?: () => string | undefined;
}

/** Sends requests to a target. Never follows a redirect and never retries. */
export interface Transport {
  send(request: WireRequest, limits: Limits): Promise<WireResponse>;
  close(): Promise<void>;
  /** True when the transport uses one connection at a time, because the target serves only one. */
  readonly isSingle?: boolean;
  /** True when no connection is used again, because bytes that belong to no response arrived on one. */
  readonly hasSurplus?: boolean;
}

/**
 * How far a request without a response got. `not-connected`: no connection was made. `closed-idle`: the target had closed the connection
 * before the request was written. `refused`: the target says, over HTTP/2, that it has not processed the request. `reset`: the connection
 * ended without a byte of a response. `unknown`: anything else. After the last two, the target may have carried out the request.
 */
export type Fate = 'not-connected' | 'closed-idle' | 'refused' | 'reset' | 'unknown';

/** What became of a request that the target has not carried out, so that it may be sent again, whatever it is. */
export const unprocessed: ReadonlySet<Fate> = new Set<Fate>(['not-connected', 'closed-idle', 'refused']);

/** There is no response: the connection was refused or reset, it timed out, or the response is not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    message: string,
    readonly timedOut = false,
    readonly fate: Fate = 'unknown',
  ) {
    super(message);
  }
}
