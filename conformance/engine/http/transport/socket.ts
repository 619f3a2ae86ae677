import { type ClientRequest, type Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { HeaderFields } from '../../evidence/header-fields.js';
import { JsonSize } from '../../evidence/json-size.js';
import type { Route } from './agents.js';
import { type BodyOptions, readBody } from './body.js';
import { Connections, type Flight } from './connections.js';
import { decoded, readSent } from './content-coding.js';
import { failureReason, timeoutReason } from './failure-reason.js';
import { proxyAuthorization } from './proxy.js';
import { dechunked, RawResponse } from './raw-response.js';
import { fieldsOf } from './received-fields.js';
import {
  type Fate,
  type Limits,
  mostFields,
  type Transport,
  TransportError,
  type WireRequest,
  type WireResponse,
} from './transport.js';
import { refusal } from './tunnel.js';

/** Methods that may be sent again when their connection ends without a response. */
export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Milliseconds in which content that a 204 response must not have can arrive. */
const surplusMs = 100;

/**
 * Sends requests over HTTP or HTTPS on connections that are kept alive, at most `most` of them to an origin. All of them take the same
 * route.
 */
export function socketTransport(most: number, route: Route = {}): Transport {
  const connections = new Connections(most, route);
  return {
    send: (request, limits) => new SocketExchange(connections, request, limits, route.proxy).response(),
    close: async () => connections.close(),
    get isSingle() {
      return connections.isSingle;
    },
    get hasSurplus() {
      return connections.hasSurplus;
    },
  };
}

class SocketExchange {
  readonly #raw = new RawResponse();
  #sent?: ClientRequest;
  #socket?: Socket;
  #flight?: Flight;
  #timer?: NodeJS.Timeout;
  #timedOut = false;
  #error: unknown;
  #hasInterim = false;
  /** The proxy that gets the request itself. */
  readonly #proxy: URL | undefined;

  constructor(
    private readonly connections: Connections,
    private readonly request: WireRequest,
    private readonly limits: Limits,
    proxy: URL | undefined,
  ) {
    // A target with TLS is reached through a tunnel, which the agent opens.
    this.#proxy = request.url.startsWith('http:') ? proxy : undefined;
  }

  async response(): Promise<WireResponse> {
    let head: IncomingMessage | undefined;
    try {
      head = await this.#head();
      const response = await this.#read(head);
      this.#end('response');
      return response;
    } catch (error) {
      const wasLost = this.#sent?.reusedSocket === true && this.#raw.size === 0;
      this.#end(this.#timedOut ? 'timeout' : wasLost ? 'lost' : 'failure');
      if (this.#timedOut) throw new TransportError(timeoutReason(this.limits.timeoutMs, this.#unended(head)), true);
      const misframed = this.#misframed(this.#error ?? error);
      if (misframed) return misframed;
      if (error instanceof TransportError) throw error;
      // The first error is the cause of those that Node.js reports after it.
      throw new TransportError(failureReason(this.#error ?? error), false, this.#fate(error));
    }
  }

  #head(): Promise<IncomingMessage> {
    const { method, url, headers, body } = this.request;
    return new Promise((resolve, reject) => {
      // The parts of the URL, because Node.js would send a user and password in it as an `Authorization` field.
      const { origin, host, hostname, port, pathname, search } = new URL(url);
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const proxy = this.#proxy;
      const options = {
        host: (proxy?.hostname ?? hostname).replace(/^\[|\]$/g, ''),
        port: proxy?.port ?? port,
        path: `${proxy ? origin : ''}${pathname}${search}`,
        method,
        headers: { ...(proxy && proxyFields(proxy, host)), ...length, ...headers },
        agent: this.connections.agentFor(url, safeMethods.has(method)) as HttpAgent,
        // By default Node.js takes the name from the `Host` field, which is that of the target.
        ...(proxy?.protocol === 'https:' && { servername: isIP(proxy.hostname) ? '' : proxy.hostname }),
      };
      const sent = (proxy?.protocol ?? url).startsWith('https:') ? httpsRequest(options) : httpRequest(options);
      this.#sent = sent;
      sent.once('socket', (socket) => this.#begin(socket));
      sent.once('response', (response) => {
        // Content may follow on the connection, or nothing at all after a response that is not read to its end.
        if (mayHaveSurplus(response) || response.rawHeaders.length > 2 * mostFields || this.connections.hasSurplus)
          sent.shouldKeepAlive = false;
        resolve(response);
      });
      sent.once('information', () => {
        this.#hasInterim = true;
      });
      sent.once('upgrade', (_response, socket) => {
        socket.destroy();
        reject(
          new TransportError('the target switches to another protocol with 101, which the request did not ask for'),
        );
      });
      sent.on('error', (error) => {
        this.#error ??= error;
        reject(error);
      });
      sent.end(body);
    });
  }

  /** The time limit begins with the connection: a request may have to wait for one. */
  #begin(socket: Socket): void {
    this.#socket = socket;
    this.#flight = this.connections.begin(socket);
    // Before the listener of Node.js, which ends the exchange when it cannot parse what arrived.
    socket.prependListener('data', this.#listen);
    this.#time.goOn();
  }

  readonly #time: BodyOptions['time'] & object = {
    stop: () => clearTimeout(this.#timer),
    goOn: () => {
      this.#timer = setTimeout(() => {
        this.#timedOut = true;
        this.#sent?.destroy(new Error('timed out'));
      }, this.limits.timeoutMs);
    },
  };

  readonly #listen = (chunk: Uint8Array): void => this.#raw.add(chunk);

  #end(how: Parameters<Connections['end']>[1]): void {
    clearTimeout(this.#timer);
    this.#socket?.removeListener('data', this.#listen);
    if (this.#flight) this.connections.end(this.#flight, how);
  }

  async #read(head: IncomingMessage): Promise<WireResponse> {
    const status = head.statusCode ?? 0;
    if (status === 407 && this.#proxy) {
      this.#sent?.destroy();
      throw new TransportError(
        `the proxy ${this.#proxy.origin} does not pass the request on: ${refusal(status, this.#proxy)}`,
        false,
        'not-connected',
      );
    }
    const headers = fieldsOf(head.rawHeaders);
    if (status === 204 && this.request.method !== 'HEAD') {
      await this.#surplusContent(head);
      const surplus = this.#raw.head()?.rest ?? new Uint8Array();
      await readBody(head, this.limits);
      const { body } =
        headers.has('transfer-encoding') && dechunked(surplus).ended ? dechunked(surplus) : { body: surplus };
      const framing = body.length > 0 ? 'a 204 response is followed by content' : undefined;
      const excess = new JsonSize().add(body);
      return { status, headers, body, cut: false, ...(excess && { excess }), ...(framing && { framing }) };
    }
    const read = await readSent(head, headers, this.request.method, { ...this.limits, time: this.#time });
    const content = await decoded(headers, read, this.limits);
    const hasSurplus = isParseError(this.#error) || this.#hasSurplus(headers);
    const framing = hasSurplus ? 'more bytes follow than the header fields announce' : undefined;
    return { status, headers, ...content, ...(framing && { framing }) };
  }

  /** Whether more bytes have arrived than a response with these header fields has. Node.js drops them, or takes them for the next one. */
  #hasSurplus(headers: HeaderFields): boolean {
    const length = headers.get('content-length');
    if (length === null || headers.has('transfer-encoding') || this.request.method === 'HEAD') return false;
    if (!((this.#raw.sizeAfterHead ?? 0) > Number(length))) return false;
    this.connections.hasSurplus = true;
    this.#sent?.destroy();
    return true;
  }

  /** What did not end in time; `undefined` when nothing of a response arrived. */
  #unended(head: IncomingMessage | undefined): string | undefined {
    if (head) return 'the body does not end';
    if (this.#hasInterim) return 'only interim responses (1xx) arrived';
    return this.#raw.size > 0 ? 'the header section does not end' : undefined;
  }

  /** Waits for content after a 204 response whose header fields announce some. */
  async #surplusContent(head: IncomingMessage): Promise<void> {
    await setImmediate();
    if (!mayHaveSurplus(head)) return;
    const until = performance.now() + surplusMs;
    const expected = Number(head.headers['content-length'] ?? 0);
    const hasAll = () => {
      const rest = this.#raw.head()?.rest ?? new Uint8Array();
      return expected > 0 ? rest.length >= expected : dechunked(rest).ended;
    };
    while (!hasAll() && performance.now() < until && !this.#socket?.destroyed) await sleep(5);
  }

  /** A response whose header section was read, but that Node.js refuses because its header fields do not say where it ends. */
  #misframed(error: unknown): WireResponse | undefined {
    if (!isParseError(error) || !/LENGTH|TRANSFER_ENCODING|CHUNK/.test(error.code)) return undefined;
    const head = this.#raw.head();
    if (!head) return undefined;
    const framing = failureReason(error);
    const unreadable = `the end of the body is not certain: ${framing}`;
    return { status: head.status, headers: head.headers(), body: head.rest, cut: false, framing, unreadable };
  }

  #fate(error: unknown): Fate {
    const socket = this.#socket;
    const code = (error as { code?: unknown }).code;
    if (!socket || socket.connecting || (!this.#sent?.reusedSocket && socket.bytesWritten === 0))
      return 'not-connected';
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'not-connected';
    if (this.#sent?.reusedSocket && code === 'EPIPE') return 'closed-idle';
    // What a connection from earlier carries before this response belongs to the response before it.
    if (this.#sent?.reusedSocket && isParseError(error)) return 'reset';
    return this.#raw.size === 0 && (code === 'ECONNRESET' || code === 'EPIPE') ? 'reset' : 'unknown';
  }
}

/** The header fields of a request for the target at `host` that goes to a proxy. */
function proxyFields(proxy: URL, host: string): Readonly<Record<string, string>> {
  const authorization = proxyAuthorization(proxy);
  return { host, ...(authorization !== undefined && { 'proxy-authorization': authorization }) };
}

/** Whether the header fields of a 204 response announce content, which it must not have. */
function mayHaveSurplus(response: IncomingMessage): boolean {
  // Node.js makes the object of the header fields when it is first read.
  if (response.statusCode !== 204) return false;
  const { headers } = response;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function isParseError(error: unknown): error is Error & { readonly code: string } {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && code.startsWith('HPE_');
}
