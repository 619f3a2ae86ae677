import { head, type Misbehave, megabyte, raw } from './behaviours.js';

const empty = 'Content-Length: 2\r\n\r\n{}';

/** The request is rejected with 429, and this is when it may come again. */
const throttled =
  (retryAfter: string): Misbehave =>
  (_request, response) =>
    response
      .writeHead(429, { 'content-type': 'application/json', 'retry-after': retryAfter })
      .end('{"error":{"code":"TooManyRequests","message":"Slow down."}}');

/** What a header section, and what frames a body, can do to a client. */
export const headerSections: Readonly<Record<string, Misbehave>> = {
  'header field of 60 kB': raw(`${head(`X-Long: ${'a'.repeat(60_000)}`)}\r\n${empty}`),
  'header field of 1 MB': raw(`${head(`X-Long: ${'a'.repeat(megabyte)}`)}\r\n${empty}`),
  'NUL in a header field': raw(`${head('X-Note: a\u0000b')}\r\n${empty}`),
  'CR in a header field': raw(`${head('X-Note: a\rSet-Cookie: b')}\r\n${empty}`),
  'terminal escapes in header fields': raw(`${head('X-Note: \u001b[2J\u001b]0;taken\u0007')}\r\n${empty}`),
  'terminal escapes in the reason phrase': raw(
    `HTTP/1.1 200 \u001b[2J\u001b]0;taken\u0007\r\nContent-Type: application/json\r\n${empty}`,
  ),
  'Content-Length of 2^53': raw(`${head('Content-Length: 9007199254740992')}\r\n\r\n{}`),
  'Content-Length of 2^64': raw(`${head('Content-Length: 18446744073709551616')}\r\n\r\n{}`),
  'negative Content-Length': raw(`${head('Content-Length: -2')}\r\n\r\n{}`),
  'contradicting lengths': raw(`${head('Content-Length: 3')}\r\n${empty}`),
  'chunk extension of 1 MB': raw(
    `${head('Transfer-Encoding: chunked')}\r\n\r\n2;${'e'.repeat(megabyte)}\r\n{}\r\n0\r\n\r\n`,
  ),
  'trailer field of 1 MB': raw(
    `${head('Transfer-Encoding: chunked')}\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: ${'t'.repeat(megabyte)}\r\n\r\n`,
  ),
  'chunk size of 2^64': raw(`${head('Transfer-Encoding: chunked')}\r\n\r\n10000000000000000\r\n{}`),
  'redirects in a loop': ({ url = '' }, response) => response.writeHead(307, { location: url }).end(),
  'Retry-After of three years': throttled('99999999'),
  'negative Retry-After': throttled('-5'),
  'Retry-After in the year 9999': throttled('Fri, 31 Dec 9999 23:59:59 GMT'),
};
