import { once } from 'node:events';
import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type SecureServerOptions,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { createServer as createHttp1Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createLocalCertificate } from '../../../reference/tls/certificate.js';
import { routeTo } from './agents.js';
import { networkTransport } from './network-transport.js';
import type { Limits, WireRequest } from './transport.js';

const { authority, cert, key } = createLocalCertificate();
const limits: Limits = { timeoutMs: 2_000, maxBodyBytes: 1_000 };
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

interface Server {
  readonly url: string;
  readonly server: Http2SecureServer;
  readonly sessions: readonly ServerHttp2Session[];
  /** Method and path of each stream. */
  readonly seen: readonly string[];
}

type Serve = (stream: ServerHttp2Stream, path: string, session: ServerHttp2Session) => void;

/** A server for HTTP/2, and for HTTP/1.1 with `ok 1.1` unless `allowHTTP1` is false. */
async function serving(serve: Serve, options: SecureServerOptions = {}): Promise<Server> {
  const server = createSecureServer({ cert, key, allowHTTP1: true, ...options });
  const sessions: ServerHttp2Session[] = [];
  const seen: string[] = [];
  server.on('session', (session) => {
    sessions.push(session);
    session.on('error', () => undefined);
    session.on('stream', (stream, { ':method': method, ':path': path = '' }) => {
      seen.push(`${method} ${path}`);
      stream.on('error', () => undefined);
      serve(stream, path, session);
    });
  });
  server.on('request', ({ httpVersion }, response) => {
    if (httpVersion === '1.1') response.end('ok 1.1');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, server, sessions, seen };
}

/** A client of the server, which sends GET requests to a path. */
function client({ url }: Pick<Server, 'url'>, most = 4, http1 = false) {
  const transport = networkTransport(most, routeTo(new URL(url), { tls: { ca: authority }, http1 }));
  open.push(() => transport.close());
  const send = async (path: string, request: Partial<WireRequest> = {}, within: Partial<Limits> = {}) => {
    const wire = { method: 'GET', url: `${url}${path}`, headers: {}, ...request };
    const { body, ...response } = await transport.send(wire, { ...limits, ...within });
    return { ...response, text: new TextDecoder().decode(body) };
  };
  return send;
}

/** A server that sends its settings and, after the first request, these frames in hexadecimal. */
async function saying(...frames: readonly string[]): Promise<string> {
  const bytes = (...all: readonly string[]) => Buffer.from(all.join('').replaceAll(' ', ''), 'hex');
  const server = createTlsServer({ cert, key, ALPNProtocols: ['h2'] }, (socket) => {
    socket.on('error', () => undefined);
    socket.write(bytes('000000 04 00 00000000'));
    socket.on('data', (data: Buffer) => {
      // HEADERS of the first stream, with END_STREAM and END_HEADERS.
      if (data.includes(bytes('01 05 00000001'))) socket.write(bytes(...frames));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const failure = (sent: Promise<unknown>) =>
  sent.then(
    () => Promise.reject(new Error('responded')),
    (error: unknown) => error,
  );
const ok: Serve = (stream) => {
  stream.respond({ ':status': 200 });
  stream.end('ok');
};

test('HTTP/2 is used where it is offered, with one connection for requests that overlap', async () => {
  let waiting: ServerHttp2Stream[] = [];
  const target = await serving((stream) => {
    waiting.push(stream);
    if (waiting.length < 3) return;
    for (const one of waiting) ok(one, '', one.session as ServerHttp2Session);
    waiting = [];
  });
  const send = client(target);
  const all = await Promise.all([send('/1'), send('/2', { method: 'POST', body: '{}' }), send('/3')]);
  expect(all.map(({ text, httpVersion }) => `${text} ${httpVersion}`)).toEqual(['ok 2', 'ok 2', 'ok 2']);
  expect(target.sessions).toHaveLength(1);
});

test('HTTP/1.1 is used where the target offers no HTTP/2, or the caller asks for it', async () => {
  const server = createHttp1Server({ cert, key }, (_, response) => response.end('ok 1.1')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const send of [client({ url }), client(await serving(ok), 4, true)]) {
    const response = await send('/');
    expect([response.text, response.httpVersion]).toEqual(['ok 1.1', undefined]);
  }
});

test('a request arrives with its own fields, and the response with all of its fields', async () => {
  let received: unknown;
  const target = await serving((stream) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      stream.respond({ ':status': 201, 'x-a': ['1', '2'], 'x-b': 'é' });
      stream.end(`got ${text}`);
    });
  });
  target.server.on('stream', (_stream, headers) => {
    received = headers;
  });
  const { url } = target;
  const headers = { 'Content-Type': 'application/json', 'X-Own': 'a' };
  const response = await client(target)('/a%2Fb?$top=1', { method: 'PATCH', headers, body: '"ü"' });
  expect(received).toMatchObject({
    ':method': 'PATCH',
    ':path': '/a%2Fb?$top=1',
    ':authority': new URL(url).host,
    'content-type': 'application/json',
    'content-length': '4',
    'x-own': 'a',
  });
  expect([response.status, response.text]).toEqual([201, 'got "ü"']);
  expect([...response.headers].filter(([name]) => name.startsWith(':'))).toEqual([]);
  expect(response.headers.get('x-a')).toBe('1, 2');
});

test('a GET with a body sends it', async () => {
  const target = await serving((stream) => {
    stream.respond({ ':status': 200 });
    stream.pipe(stream);
  });
  expect((await client(target)('/', { body: '{}' })).text).toBe('{}');
});

test('content codings are decoded, and a body without end is cut without an end of the connection', async () => {
  const target = await serving((stream, path) => {
    if (path === '/coded') {
      stream.respond({ ':status': 200, 'content-encoding': 'gzip' });
      stream.end(gzipSync('plain'));
      return;
    }
    stream.respond({ ':status': 200 });
    const more = () => !stream.destroyed && stream.write('x'.repeat(10_000), more);
    more();
  });
  const send = client(target);
  expect((await send('/coded')).text).toBe('plain');
  expect(await send('/endless')).toMatchObject({ cut: true });
  expect((await send('/coded')).text).toBe('plain');
  expect(target.sessions).toHaveLength(1);
});

test.each<[string, Serve, object]>([
  ['never responds', () => undefined, { timedOut: true, message: 'no complete response within 200 ms' }],
  [
    'sends interim responses only',
    (stream) => stream.additionalHeaders({ ':status': 103 }),
    { timedOut: true, message: 'no complete response within 200 ms: only interim responses (1xx) arrived' },
  ],
  [
    'stops within the body',
    (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('{');
    },
    { timedOut: true },
  ],
  [
    'refuses the stream',
    (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
    { fate: 'refused', message: 'the HTTP/2 stream ended with REFUSED_STREAM' },
  ],
  [
    'resets the stream',
    (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    { fate: 'reset', message: 'the HTTP/2 stream ended with INTERNAL_ERROR' },
  ],
  ['ends the stream without a response', (stream) => stream.close(), { fate: 'reset' }],
  [
    'resets the stream within the body',
    (stream) => {
      stream.respond({ ':status': 200 });
      // Without END_STREAM, which `close` would send first.
      stream.write('{', () => stream.destroy(new Error('broken')));
    },
    { fate: 'unknown' },
  ],
  [
    'closes the connection within the body',
    (stream, _path, session) => {
      stream.respond({ ':status': 200 });
      stream.write('{', () => session.destroy());
    },
    { fate: 'unknown' },
  ],
  ['closes the connection', (_stream, _path, session) => session.destroy(), { fate: 'reset' }],
  [
    'sends fewer bytes than it announces',
    (stream) => {
      stream.respond({ ':status': 200, 'content-length': 10 });
      stream.end('{}');
    },
    { fate: 'unknown' },
  ],
  [
    'sends too many header fields',
    (stream) => {
      const fields = Array.from({ length: 3_000 }, (_, at) => [`x-${at}`, 'y'] as const);
      stream.respond({ ':status': 200, ...Object.fromEntries(fields) });
      stream.end();
    },
    { fate: 'reset' },
  ],
])('a server that %s gives no response, and the next request is sent', async (_, misbehave, expected) => {
  let isFirst = true;
  const target = await serving((stream, path, session) => {
    if (!isFirst) return ok(stream, path, session);
    isFirst = false;
    misbehave(stream, path, session);
  });
  const send = client(target);
  expect(await failure(send('/', {}, { timeoutMs: 200 }))).toMatchObject({ timedOut: false, ...expected });
  expect((await send('/')).text).toBe('ok');
});

test('content after a 204 is a fault of the framing', async () => {
  // Node.js sends no content after a 204: HEADERS with the status, and DATA.
  const url = await saying('000001 01 04 00000001 89', '000004 00 01 00000001 6e756c6c');
  expect(await client({ url })('/')).toMatchObject({ status: 204, framing: 'a 204 response is followed by content' });
});

test('a response whose stream is reset before its end, even without an error, is not complete', async () => {
  // HEADERS with 200, DATA without END_STREAM, and RST_STREAM with NO_ERROR.
  const url = await saying('000001 01 04 00000001 88', '000001 00 00 00000001 7b', '000004 03 00 00000001 00000000');
  expect(await failure(client({ url })('/'))).toMatchObject({
    fate: 'unknown',
    message: 'the HTTP/2 stream ended before the response was complete',
  });
});

test('frames that break HTTP/2 are named as the reason, and --http1 as a way around them', async () => {
  // WINDOW_UPDATE beyond the largest window.
  const url = await saying('000004 08 00 00000001 7fffffff');
  expect(await failure(client({ url })('/'))).toMatchObject({
    fate: 'reset',
    message: 'Flow control error; --http1 does without HTTP/2',
  });
});

test('after GOAWAY, requests that run end, and those that the target has not seen may be sent again', async () => {
  const target = await serving((stream, path, session) => {
    if (path !== '/slow') return ok(stream, path, session);
    session.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
    setTimeout(() => ok(stream, path, session), 100);
  });
  const send = client(target);
  const [slow, next] = await Promise.all([send('/slow'), failure(send('/unseen', { method: 'POST', body: '{}' }))]);
  expect(slow.text).toBe('ok');
  expect(next).toMatchObject({ fate: 'refused' });
  expect((await send('/after')).text).toBe('ok');
  expect(target.sessions).toHaveLength(2);
});

test('a GOAWAY with an error leaves the fate of what runs open', async () => {
  const target = await serving((stream, path, session) => {
    if (path === '/ok') return ok(stream, path, session);
    session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, stream.id);
  });
  const send = client(target);
  expect(await failure(send('/', { method: 'POST', body: '{}' }))).toMatchObject({
    fate: 'reset',
    message: 'the target ended the connection with ENHANCE_YOUR_CALM',
  });
  expect((await send('/ok')).text).toBe('ok');
});

test('a target that takes one request at a time gets further ones on other connections', async () => {
  let running = 0;
  const target = await serving(
    (stream, path, session) => {
      running += 1;
      setTimeout(() => ok(stream, path, session), 20);
    },
    { settings: { maxConcurrentStreams: 1 } },
  );
  const send = client(target, 2);
  const all = await Promise.all(Array.from({ length: 6 }, (_, at) => send(`/${at}`)));
  expect([all.length, running, target.sessions.length]).toEqual([6, 6, 2]);
});

test('a POST does not use a connection that has been idle', async () => {
  const target = await serving(ok);
  const send = client(target);
  await send('/');
  await new Promise((resolve) => setTimeout(resolve, 60));
  await send('/', { method: 'POST', body: '{}' });
  expect(target.sessions).toHaveLength(2);
});

test('after a connection that was lost, a POST gets a new one', async () => {
  const target = await serving((stream, path, session) =>
    path === '/lost' ? session.destroy() : ok(stream, path, session),
  );
  const send = client(target);
  await send('/');
  expect(await failure(send('/lost'))).toMatchObject({ fate: 'reset' });
  for (let sent = 0; sent < 2; sent++) await send('/', { method: 'POST', body: '{}' });
  expect(target.sessions).toHaveLength(3);
});

test('a target that wants HTTP/1.1 for a request gets it, and all others, in that way', async () => {
  const target = await serving((stream) => stream.close(constants.NGHTTP2_HTTP_1_1_REQUIRED));
  const send = client(target);
  expect((await send('/', { method: 'POST', body: '{}' })).text).toBe('ok 1.1');
  expect((await send('/')).text).toBe('ok 1.1');
  expect(target.seen).toEqual(['POST /']);
});

test('a target that wants a client certificate is no connection, and the message says so', async () => {
  const target = await serving(ok, { requestCert: true, rejectUnauthorized: true, ca: authority });
  const error = await failure(client(target)('/'));
  expect(error).toMatchObject({ fate: 'not-connected', message: expect.stringContaining('--client-cert') });
  expect(String(error)).not.toContain('does not speak');
});

test('a closed port and a certificate that is not trusted are no connection', async () => {
  const target = await serving(ok);
  const untrusting = networkTransport(1, routeTo(new URL(target.url), {}));
  open.push(() => untrusting.close());
  const request = { method: 'GET', url: target.url, headers: {} };
  expect(await failure(untrusting.send(request, limits))).toMatchObject({
    fate: 'not-connected',
    message: expect.stringContaining('give --ca a PEM file'),
  });
  const send = client({ url: 'https://127.0.0.1:9' });
  expect(await failure(send('/'))).toMatchObject({
    fate: 'not-connected',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});
