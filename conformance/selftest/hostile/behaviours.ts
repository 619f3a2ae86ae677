import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

/** Responds to one request in a hostile or broken way. */
export type Misbehave = (request: IncomingMessage, response: ServerResponse) => void;

const json = { 'content-type': 'application/json' };
export const megabyte = 1_048_576;

/** Writes these bytes on the connection itself. */
export const raw =
  (text: string): Misbehave =>
  ({ socket }) =>
    socket.write(text);

export const head = (...fields: readonly string[]) =>
  ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...fields].join('\r\n');

/** Writes a text again and again, this many milliseconds apart. */
export function dripping(begin: string, text: string, everyMs: number): Misbehave {
  return ({ socket }) => {
    socket.write(begin);
    const timer = setInterval(() => {
      if (socket.writableLength < megabyte) socket.write(text);
    }, everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}

/** A body of this size, or without end, that is made of one text as it is sent. */
const streamed =
  (bytes: number, headers: Readonly<Record<string, string>> = json, text = ' '): Misbehave =>
  (_request, response) => {
    const chunk = Buffer.alloc(65_536, text);
    let sent = 0;
    const body = new Readable({
      read() {
        sent += chunk.length;
        this.push(sent > bytes ? null : chunk);
      },
    });
    response.writeHead(200, headers);
    body.pipe(response);
    response.once('close', () => body.destroy());
  };

const compressed = (coding: string, compress: (plain: Buffer) => Buffer): Misbehave => {
  let bomb: Buffer | undefined;
  return (_request, response) => {
    bomb ??= compress(Buffer.alloc(200 * megabyte));
    response.writeHead(200, { ...json, 'content-encoding': coding }).end(bomb);
  };
};

const body = (text: () => string, headers: Readonly<Record<string, string>> = {}): Misbehave => {
  let made: string | undefined;
  return ({ method, url = '' }, response) => {
    made ??= text();
    const isCreate = method === 'POST' && !url.includes('cancel');
    response.writeHead(isCreate ? 201 : 200, { ...json, ...headers }).end(made);
  };
};

/** What a response can do to a client, whatever the request is. */
export const behaviours: Readonly<Record<string, Misbehave>> = {
  'never responds': () => undefined,
  'slow headers': dripping('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n', 100),
  'slow body': dripping(`${head('Transfer-Encoding: chunked')}\r\n\r\n`, '1\r\n \r\n', 100),
  'one byte a second': dripping(`${head('Content-Length: 500')}\r\n\r\n`, ' ', 1_000),
  'endless body': streamed(Number.POSITIVE_INFINITY),
  'endless header section': dripping('HTTP/1.1 200 OK\r\n', `X-A: ${'b'.repeat(8_000)}\r\n`, 0),
  'flood of header fields': raw(
    `${head(...Array.from({ length: 1_900 }, (_, at) => `X-${at}: b`))}\r\nContent-Length: 2\r\n\r\n{}`,
  ),
  'HTML page without end': streamed(Number.POSITIVE_INFINITY, { 'content-type': 'text/html' }, '<p>not found</p>\n'),
  'gzip bomb': compressed('gzip', gzipSync),
  'gzip bomb in gzip': compressed('gzip, gzip', (plain) => gzipSync(gzipSync(plain))),
  'deflate bomb': compressed('deflate', deflateSync),
  'br bomb': compressed('br', (plain) =>
    brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ),
  'redirect to another origin': (_request, response) =>
    response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
  'upgrade answer': raw(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u0081\u0005hello',
  ),
  'body longer than Content-Length': raw(`${head('Content-Length: 2')}\r\n\r\n{}{"id":"1"}`),
  'body shorter than Content-Length': ({ socket }) => socket.end(`${head('Content-Length: 100')}\r\n\r\n{}`),
  'two lengths': raw(`${head('Content-Length: 2', 'Transfer-Encoding: chunked')}\r\n\r\n2\r\n{}\r\n0\r\n\r\n`),
  'pipelined garbage': raw(`${head('Content-Length: 2')}\r\n\r\n{}\u0000\u001b[31mHTTP/9 garbage\r\n\r\n`),
  'half-closed connection': ({ socket }) => socket.end(),
  'reset connection': ({ socket }) => socket.resetAndDestroy(),
  'deep JSON': body(() => '['.repeat(200_000) + ']'.repeat(200_000)),
  'deep objects': body(() => `{"id":"1","value":[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]}`),
  'huge numbers': body(() => `{"id":"1","value":[1e999999,-1e999999,${'9'.repeat(1_000_000)}],"states":1e400}`),
  'body of 200 MB': streamed(200 * megabyte),
  'array of a million': body(() => JSON.stringify({ id: '1', value: Array.from({ length: 1_000_000 }, () => 0) })),
  'endless interim responses': dripping('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 1),
};
