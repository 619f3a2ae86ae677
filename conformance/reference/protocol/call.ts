import { randomUUID } from 'node:crypto';

/** What is known of a request as soon as it arrives. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** The URL without query, fragment and path: what links in the reply begin with (LIST-26). */
  readonly origin: string;
  /** The id that the server gives to the request (HTTP-1). */
  readonly requestId: string;
  /** The id that the client gave to it; echoed (HTTP-2). */
  readonly clientRequestId: string | undefined;
  /** When it arrived, milliseconds since 1970. */
  readonly now: number;
}

/** A request that has just arrived. */
export function startCall(request: Request, now: number): Call {
  const url = new URL(request.url);
  const clientRequestId = request.headers.get('client-request-id') ?? undefined;
  return { request, url, origin: url.origin, requestId: randomUUID(), clientRequestId, now };
}
