import { randomUUID } from 'node:crypto';

/** A request and its properties at the time of its arrival. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** The origin of the URL; links in the response start with it (LIST-26). */
  readonly origin: string;
  /** The id that the server assigns to the request (HTTP-1). */
  readonly requestId: string;
  /** The id that the client sent; the response returns it (HTTP-2). */
  readonly clientRequestId: string | undefined;
  /** Time of arrival, milliseconds since 1970. */
  readonly now: number;
}

/** Describes a request that has just arrived. */
export function startCall(request: Request, now: number): Call {
  const url = new URL(request.url);
  const clientRequestId = request.headers.get('client-request-id') ?? undefined;
  return { request, url, origin: url.origin, requestId: randomUUID(), clientRequestId, now };
}
