import { situation } from '../situation.js';
import { overHttp } from './serving/http-front.js';
import { changingResponses, overTcp } from './serving/tcp-front.js';

/** Changes the header section of each 204 response, and writes bytes after it. */
function after204(field: string, rest: string) {
  return overTcp(
    changingResponses((chunk) => {
      const text = chunk.toString('latin1');
      if (!text.startsWith('HTTP/1.1 204')) return chunk;
      return Buffer.from(text.replace('\r\n\r\n', `\r\n${field}\r\n\r\n${rest}`), 'latin1');
    }),
  );
}

/** Ends each response with its connection, as HTTP/1.0 does. */
const http10 = overTcp(
  changingResponses((chunk) => Buffer.from(chunk.toString('latin1').replace(/^HTTP\/1\.1 /, 'HTTP/1.0 '), 'latin1')),
  overHttp((_request, response, next) => {
    response.shouldKeepAlive = false;
    next();
  }),
);

export const situations = [
  situation(
    'a 204 response has Content-Length: 4 and is followed by null',
    'fault',
    {},
    { exitCode: 1, fails: ['CANCEL-2', 'HTTP-21'], mayFail: ['CREATE-50', 'UPDATE-19'] },
    {
      serve: after204('Content-Length: 4', 'null'),
    },
  ),
  situation(
    'a 204 response has Transfer-Encoding: chunked and an empty last chunk',
    'fault',
    {},
    { exitCode: 0, fails: ['HTTP-21'] },
    {
      serve: after204('Transfer-Encoding: chunked', '0\r\n\r\n'),
    },
  ),
  situation(
    'a 204 response has Transfer-Encoding: chunked and one chunk with content',
    'fault',
    {},
    { exitCode: 1, fails: ['CANCEL-2', 'HTTP-21'], mayFail: ['CREATE-50', 'UPDATE-19'] },
    {
      serve: after204('Transfer-Encoding: chunked', '2\r\n{}\r\n0\r\n\r\n'),
    },
  ),
  situation(
    'a 204 response has Content-Length: 0',
    'fault',
    {},
    { exitCode: 0, fails: ['HTTP-21'] },
    {
      serve: after204('Content-Length: 0', ''),
    },
  ),
  situation('responses are HTTP/1.0 and each ends its connection', 'allowed', {}, { exitCode: 0 }, { serve: http10 }),
];
