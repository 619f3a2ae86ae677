import { gzipSync } from 'node:zlib';
import { head, type Misbehave, megabyte, raw } from './behaviours.js';

const empty = 'Content-Length: 2\r\n\r\n{}';
const page = Buffer.from('{"value":[]}');

/** A body of these bytes under these content codings. */
const coded =
  (coding: string, bytes: Buffer): Misbehave =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding }).end(bytes);

const times = (count: number, bytes: Buffer): Buffer => (count === 0 ? bytes : times(count - 1, gzipSync(bytes)));

/** Responses that break HTTP in rare ways, or that only few programs read. */
export const oddResponses: Readonly<Record<string, Misbehave>> = {
  'HTTP/0.9 answer': ({ socket }) => socket.end('{"value":[]}'),
  'HTTP/1.0 without length': ({ socket }) =>
    socket.end('HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{"value":[]}'),
  'gzip as a transfer coding': ({ socket }) => {
    const bytes = gzipSync(page);
    socket.write(`${head('Transfer-Encoding: gzip, chunked')}\r\n\r\n${bytes.length.toString(16)}\r\n`);
    socket.write(bytes);
    socket.write('\r\n0\r\n\r\n');
  },
  'four gzip codings': coded('gzip, gzip, gzip, gzip', times(4, page)),
  'zstd coding': coded('zstd', page),
  'empty gzip body': coded('gzip', Buffer.alloc(0)),
  'truncated gzip body': coded('gzip', gzipSync(page).subarray(0, -6)),
  'status 999': raw(`HTTP/1.1 999 Odd\r\nContent-Type: application/json\r\n${empty}`),
  'status 099': raw(`HTTP/1.1 099 Odd\r\nContent-Type: application/json\r\n${empty}`),
  '204 with a body': raw('HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'),
  'space in the name of a header field': raw(`${head('X Note: a')}\r\n${empty}`),
  'folded header field': raw(`${head('X-Note: a\r\n b')}\r\n${empty}`),
  'cookies of 1 MB': raw(
    `${head(...Array.from({ length: 256 }, () => `Set-Cookie: a=${'c'.repeat(megabyte / 256)}`))}\r\n${empty}`,
  ),
  'two responses to each request': raw(`${head('Content-Length: 2')}\r\n\r\n{}${head('Content-Length: 2')}\r\n\r\n{}`),
  'reset in the middle of a body': ({ socket }) =>
    socket.write(`${head('Content-Length: 100')}\r\n\r\n{"value":[`, () => socket.resetAndDestroy()),
};
