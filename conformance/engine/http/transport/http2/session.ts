import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { failureReason } from '../failure-reason.js';
import { TransportError } from '../transport.js';
import { within } from './within.js';

/** Header fields that are read of a response, as many as over HTTP/1.1. */
const mostHeaderPairs = 2_000;

/** A connection over HTTP/2, and what is known about its requests. */
export class Http2Session {
  /** Requests that have not ended. */
  running = 0;
  /** When the last request ended, and when the last response arrived; in milliseconds of `performance.now()`. */
  idleSince = performance.now();
  heardAt = 0;
  /** The last stream that the target processes, once it has announced the end of the connection with GOAWAY. */
  lastStream = Number.POSITIVE_INFINITY;
  /** False as soon as further requests need another connection. */
  isOpen = true;
  /** What ended the connection. */
  error: unknown;

  private constructor(readonly http2: ClientHttp2Session) {
    http2.on('error', (error) => {
      this.error ??= error;
    });
    http2.on('goaway', (code, lastStream) => {
      this.isOpen = false;
      this.lastStream = lastStream;
      if (code !== constants.NGHTTP2_NO_ERROR)
        this.error ??= new Error(`the target ended the connection with ${errorName(code)}`);
    });
    http2.on('close', () => {
      this.isOpen = false;
    });
  }

  /** Begins HTTP/2 on a connection. @throws TransportError when the target does not send its settings within the time limit. */
  static begin(origin: string, socket: TLSSocket, timeoutMs: number): Promise<Http2Session> {
    const settings = { enablePush: false };
    const http2 = connect(origin, { createConnection: () => socket, settings, maxHeaderListPairs: mostHeaderPairs });
    const session = new Http2Session(http2);
    return within(
      timeoutMs,
      () => http2.destroy(),
      (done, fail) => {
        http2.once('remoteSettings', () => done(session));
        http2.once('close', () => fail(new TransportError(whyNotBegun(session.error), false, 'not-connected')));
      },
    );
  }

  /** Whether a response has arrived on it. */
  get wasUsed(): boolean {
    return this.heardAt > 0;
  }

  /** How many requests the target takes at a time. */
  get capacity(): number {
    return Math.max(1, this.http2.remoteSettings.maxConcurrentStreams ?? Number.POSITIVE_INFINITY);
  }

  /** Lets no further request begin, and ends the connection after those that run. */
  end(): void {
    this.isOpen = false;
    if (!this.http2.closed) this.http2.close();
  }
}

/** Why the target did not begin HTTP/2: an error of the connection below it, such as a client certificate that is missing, is its own reason. */
function whyNotBegun(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (error !== undefined && !String(code).startsWith('ERR_HTTP2')) return failureReason(error);
  const why = error === undefined ? 'it closed the connection' : failureReason(error);
  return `the target selects HTTP/2 and does not speak it: ${why}; --http1 does without HTTP/2`;
}

/** The name of an error code of HTTP/2 (RFC 9113, section 7). */
export function errorName(code: number): string {
  return errorNames[code] ?? `the error code ${code}`;
}

const errorNames = [
  ...['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT', 'STREAM_CLOSED'],
  ...['FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR', 'CONNECT_ERROR', 'ENHANCE_YOUR_CALM'],
  ...['INADEQUATE_SECURITY', 'HTTP_1_1_REQUIRED'],
];
