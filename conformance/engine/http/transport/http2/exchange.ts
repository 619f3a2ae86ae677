import { type ClientHttp2Stream, constants, type OutgoingHttpHeaders } from 'node:http2';
import type { BodyOptions } from '../body.js';
import { decoded, readSent } from '../content-coding.js';
import { failureReason, timeoutReason } from '../failure-reason.js';
import { fieldsOf } from '../received-fields.js';
import { type Fate, type Limits, TransportError, type WireRequest, type WireResponse } from '../transport.js';
import { errorName, type Http2Session } from './session.js';

/** The target wants this request over HTTP/1.1 and has not processed it. */
export class Http1Required extends TransportError {}

type Head = Pick<WireResponse, 'status' | 'headers'>;

/** One request over HTTP/2, and its response. */
export class Http2Exchange {
  #stream?: ClientHttp2Stream;
  #timer?: NodeJS.Timeout;
  #timedOut = false;
  #head?: Head;
  #hasInterim = false;
  /** Whether the end of the response has arrived; `undefined` before the stream has ended. */
  #isComplete: boolean | undefined;
  readonly #startedAt = performance.now();

  constructor(
    private readonly session: Http2Session,
    private readonly request: WireRequest,
    private readonly limits: Limits,
  ) {}

  /** @throws TransportError without a complete response. */
  async response(): Promise<WireResponse> {
    try {
      this.#time.goOn();
      this.#head = await this.#sent();
      return await this.#read(this.#head);
    } catch (error) {
      if (this.#timedOut) throw this.#timeout();
      const surplus = this.#surplus(error);
      if (surplus) return surplus;
      if (error instanceof TransportError) throw error;
      throw this.#failure(error);
    } finally {
      clearTimeout(this.#timer);
    }
  }

  #sent(): Promise<Head> {
    return new Promise((resolve, reject) => {
      const { body } = this.request;
      // Without `endStream` Node.js would decide by the method whether there is a body.
      const stream = this.session.http2.request(fieldsFor(this.request), { endStream: body === undefined });
      this.#stream = stream;
      // Node.js ends the body of a stream that was reset without an error as if it were complete, but only after it has closed the stream.
      const push = stream.push.bind(stream);
      stream.push = (chunk, encoding) => {
        if (chunk === null) this.#isComplete ??= !stream.closed;
        return push(chunk, encoding);
      };
      stream.once('headers', () => {
        this.#hasInterim = true;
      });
      stream.once('response', ({ ':status': status = 0 }, _flags, raw?: unknown) => {
        this.session.heardAt = performance.now();
        resolve({ status, headers: fieldsOf(raw as readonly string[]) });
      });
      stream.on('error', reject);
      stream.once('close', () => reject(new Error('the HTTP/2 stream ended without a response')));
      if (body !== undefined) stream.end(body);
    });
  }

  async #read({ status, headers }: Head): Promise<WireResponse> {
    const stream = this.#stream as ClientHttp2Stream;
    const read = await readSent(stream, headers, this.request.method, { ...this.limits, time: this.#time });
    if (!read.cut && !this.#isComplete) throw new Error('the HTTP/2 stream ended before the response was complete');
    const content = await decoded(headers, read, this.limits);
    return { status, headers, ...content, httpVersion: '2' };
  }

  /** The time limit of the exchange. */
  readonly #time: BodyOptions['time'] & object = {
    stop: () => clearTimeout(this.#timer),
    goOn: () => {
      this.#timer = setTimeout(() => {
        this.#timedOut = true;
        this.#stream?.close(constants.NGHTTP2_CANCEL);
        this.#stream?.destroy(new Error('timed out'));
      }, this.limits.timeoutMs);
    },
  };

  #timeout(): TransportError {
    // A connection on which nothing arrives any more would let every further request wait as long.
    if (this.session.heardAt < this.#startedAt) this.session.end();
    const interim = this.#hasInterim ? 'only interim responses (1xx) arrived' : undefined;
    const unended = this.#head ? 'the body does not end' : interim;
    return new TransportError(timeoutReason(this.limits.timeoutMs, unended), true);
  }

  /**
   * A 204 response on whose stream content followed. Node.js 20 then ends the stream, and later versions the connection; the content is
   * not known.
   */
  #surplus(error: unknown): WireResponse | undefined {
    if (this.#head?.status !== 204) return undefined;
    const endsConnection = (error as { readonly code?: unknown }).code === 'ERR_HTTP2_ERROR';
    if (this.#stream?.rstCode !== constants.NGHTTP2_PROTOCOL_ERROR && !endsConnection) return undefined;
    const framing = 'a 204 response is followed by content';
    return { ...this.#head, body: new Uint8Array(), cut: false, framing, httpVersion: '2' };
  }

  #failure(error: unknown): TransportError {
    const { rstCode: code } = this.#stream ?? {};
    const fate = this.#fate();
    const { error: ended } = this.session;
    // The library ends the connection, and with it each stream, when the frames of the target break HTTP/2 or are too many.
    const isBroken = (error as { readonly code?: unknown }).code === 'ERR_HTTP2_ERROR';
    const isReset = code !== undefined && code !== constants.NGHTTP2_NO_ERROR && ended === undefined && !isBroken;
    const why = isReset ? `the HTTP/2 stream ended with ${errorName(code)}` : failureReason(ended ?? error);
    const advice = isBroken ? '; --http1 does without HTTP/2' : '';
    const Failure = code === constants.NGHTTP2_HTTP_1_1_REQUIRED && !this.#head ? Http1Required : TransportError;
    return new Failure(`${why}${advice}`, false, fate);
  }

  #fate(): Fate {
    const { id, rstCode } = this.#stream ?? {};
    if (this.#head) return 'unknown';
    const isUnsent = id === undefined || id > this.session.lastStream;
    return isUnsent || rstCode === constants.NGHTTP2_REFUSED_STREAM ? 'refused' : 'reset';
  }
}

/** The header section of a request. Names are in lower case over HTTP/2, and `Host` is `:authority`. */
function fieldsFor({ method, url, headers, body }: WireRequest): OutgoingHttpHeaders {
  const { host, pathname, search, protocol } = new URL(url);
  const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ':method': method,
    ':scheme': protocol.slice(0, -1),
    ':authority': host,
    ':path': `${pathname}${search}`,
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    ...Object.fromEntries(fields),
  };
}
