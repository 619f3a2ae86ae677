import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { socketTransport } from './socket.js';
import { type Transport, TransportError } from './transport.js';

const limits = { timeoutMs: 2_000, maxBodyBytes: 10 };
const open: { end(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.end();
});

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  open.push({
    end: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that sends these bytes on each connection, and nothing else. */
const saying = (...bytes: (string | Uint8Array)[]) =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      for (const part of bytes) socket.write(part);
    }),
  );
const answering = (listener: RequestListener) => listening(createServer(listener));

function transport(): Transport {
  const made = socketTransport(2);
  open.push({ end: () => void made.close() });
  return made;
}

const get = (url: string, within = limits) => transport().send({ method: 'GET', url, headers: {} }, within);
const failure = (url: string, within = limits) =>
  get(url, within).then(
    (response) => Promise.reject(new Error(`responded with ${response.status}`)),
    (error: unknown) => error,
  );
const text = (body: Uint8Array) => new TextDecoder().decode(body);

test('a request arrives unchanged, with no additional header fields but those of the connection', async () => {
  let seen: unknown;
  const url = await answering(async (request, response) => {
    const { method, url: path, headers } = request;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen = { method, path, headers: Object.keys(headers).sort(), body: Buffer.concat(chunks).toString() };
    response.writeHead(201, { 'x-own': ['a', 'b'] }).end('ok');
  });
  const request = { method: 'PATCH', url: `${url}/a%2Fb?$x=1`, headers: { 'content-type': 'text/plain' }, body: 'ä' };
  const reply = await transport().send(request, limits);
  expect(seen).toEqual({
    method: 'PATCH',
    path: '/a%2Fb?$x=1',
    headers: ['connection', 'content-length', 'content-type', 'host'],
    body: 'ä',
  });
  expect([reply.status, reply.headers.get('x-own'), text(reply.body)]).toEqual([201, 'a, b', 'ok']);
});

test('a redirect is not followed', async () => {
  let requests = 0;
  const url = await answering((_, response) => {
    requests += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect((await get(url)).status).toBe(302);
  expect(requests).toBe(1);
});

test('a body is read up to the limit, and an endless body is cut there', async () => {
  const exact = await answering((_, response) => response.end('0123456789'));
  expect(await get(exact)).toMatchObject({ cut: false });
  const endless = await answering((_, response) => {
    const more = () => response.write('0123456789'.repeat(1_000), more);
    more();
  });
  const { body, cut } = await get(endless);
  expect([text(body), cut]).toEqual(['0123456789', true]);
});

test('a closed port is a transport error that says so', async () => {
  const server = createRawServer();
  const url = await listening(server);
  server.close();
  await once(server, 'close');
  expect(await failure(url)).toMatchObject({
    name: 'TransportError',
    timedOut: false,
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test.each<[string, readonly string[]]>([
  ['that sends nothing', []],
  ['that stops within the header', ['HTTP/1.1 200 OK\r\ncontent-']],
  ['that stops within the body', ['HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n0']],
])('a server %s is a timeout', async (_, bytes) => {
  const error = await failure(await saying(...bytes), { ...limits, timeoutMs: 50 });
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ timedOut: true, message: expect.stringContaining('50 ms') });
});

test.each<[string, readonly (string | Uint8Array)[]]>([
  ['that does not use HTTP', ['SSH-2.0-OpenSSH_9.6\r\n']],
  ['that sends random bytes', [Uint8Array.from({ length: 300 }, (_, at) => (at * 97 + 13) % 256)]],
  ['with a huge header', ['HTTP/1.1 200 OK\r\nx: ', 'y'.repeat(200_000), '\r\n\r\n']],
  ['with an invalid header name', ['HTTP/1.1 200 OK\r\nbad name: x\r\n\r\n']],
])('a server %s is a transport error with a reason, not a timeout', async (_, bytes) => {
  const error = await failure(await saying(...bytes));
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ timedOut: false, message: expect.stringMatching(/\w/) });
});

test('a connection that ends within the body is a transport error', async () => {
  const url = await answering((_, response) => {
    response.writeHead(200, { 'content-length': '5' });
    response.write('01', () => response.destroy());
  });
  expect(await failure(url)).toBeInstanceOf(TransportError);
});

test('a header value that is not ASCII is read', async () => {
  const utf8 = await saying('HTTP/1.1 200 OK\r\nx-own: Zoë → ok\r\ncontent-length: 0\r\n\r\n');
  expect((await get(utf8)).headers.has('x-own')).toBe(true);
  const latin1 = await saying(Buffer.from('HTTP/1.1 200 OK\r\nx-own: Zo\xeb\r\ncontent-length: 0\r\n\r\n', 'latin1'));
  expect((await get(latin1)).headers.has('x-own')).toBe(true);
});

test('repeated header fields are joined, and a user in the URL sends no credentials', async () => {
  let authorization: string | undefined;
  const url = await answering((request, response) => {
    ({ authorization } = request.headers);
    response.writeHead(200, ['Retry-After', '1', 'Retry-After', '2']).end();
  });
  const reply = await get(url.replace('http://', 'http://user:password@'));
  expect(reply.headers.get('retry-after')).toBe('1, 2');
  expect(authorization).toBeUndefined();
});

/** A server that responds to each request on a connection with these bytes, and to the next one with 200. */
const once204 = (bytes: string, laterMs = 0) =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        const [head = '', rest = ''] = bytes.split('|');
        socket.write(head);
        setTimeout(() => socket.write(rest), laterMs);
      });
    }),
  );

test.each([
  ['with a length', 'HTTP/1.1 204 No Content\r\ncontent-length: 4\r\n\r\n|null'],
  ['in chunks', 'HTTP/1.1 204 No Content\r\ntransfer-encoding: chunked\r\n\r\n|4\r\nnull\r\n0\r\n\r\n'],
])('content %s after a 204 is its body, at once or later', async (_, bytes) => {
  for (const laterMs of [0, 20]) {
    const reply = await get(await once204(bytes, laterMs));
    expect([reply.status, text(reply.body), reply.framing]).toEqual([204, 'null', expect.any(String)]);
  }
});

test('content directly after a 204 without a length is its body', async () => {
  const reply = await get(await saying('HTTP/1.1 204 No Content\r\n\r\nnull'));
  expect([reply.status, text(reply.body)]).toEqual([204, 'null']);
});

test('an empty last chunk after a 204 is no content', async () => {
  const reply = await get(await once204('HTTP/1.1 204 No Content\r\ntransfer-encoding: chunked\r\n\r\n|0\r\n\r\n'));
  expect([reply.status, text(reply.body), reply.framing]).toEqual([204, '', undefined]);
});

test.each([
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  ['a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['an invalid chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n'],
])('a response with %s is an observation whose body cannot be read', async (_, bytes) => {
  expect(await get(await saying(bytes))).toMatchObject({
    status: 200,
    framing: expect.any(String),
    unreadable: expect.any(String),
  });
});

test('a connection with a flood of header fields is not used again', async () => {
  const fields = Array.from({ length: 300 }, (_, at) => `x-${at}: y\r\n`).join('');
  // Each connection responds once and then never again.
  const url = await listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\n${fields}content-length: 2\r\n\r\n{}`));
    }),
  );
  const one = transport();
  for (let sent = 0; sent < 3; sent++) {
    const reply = await one.send({ method: 'GET', url, headers: {} }, limits);
    expect([...reply.headers]).toHaveLength(301);
  }
});

test('bytes beyond the length are a fault of the framing', async () => {
  const reply = await get(await saying('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nnull'));
  expect([text(reply.body), reply.framing]).toEqual(['nu', expect.any(String)]);
});
