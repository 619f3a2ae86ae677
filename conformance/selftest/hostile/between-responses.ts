import type { Front } from '../situations/serving/http-front.js';
import { head as headOf } from './behaviours.js';

const page = '{"value":[]}';
const surplus = `${headOf(`Content-Length: ${page.length}`)}\r\n\r\n${page}`;

/** Sends this response once more this many milliseconds after each right one, when nothing was asked for. */
const poisoning =
  (afterMs: number): Front =>
  ({ socket }, response, next) => {
    response.once('finish', () => setTimeout(() => socket.writable && socket.write(surplus), afterMs));
    next();
  };

/** Sends these bytes before each right response. */
const preceding =
  (text: string): Front =>
  ({ socket }, _response, next) => {
    socket.write(text);
    next();
  };

/** Sends each right response in chunks, with these trailer fields after it. */
const trailing =
  (fields: Readonly<Record<string, string>>): Front =>
  (_request, response, next) => {
    const { writeHead } = response;
    response.writeHead = ((status: number, head: Record<string, string>) => {
      delete head['content-length'];
      return writeHead.call(response, status, head);
    }) as typeof writeHead;
    const { end } = response;
    response.end = ((...content: Parameters<typeof end>) => {
      response.addTrailers(fields);
      return end.apply(response, content);
    }) as typeof end;
    next();
  };

/** Right responses of the reference, with something beside them that a client may take for a response. */
export const besideResponses: Readonly<Record<string, Front>> = {
  'a surplus response at once after each': poisoning(0),
  'a surplus response 3 ms after each': poisoning(3),
  'a thousand interim responses before each': preceding('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(1_000)),
  'an interim response with a body before each': preceding('HTTP/1.1 103 Early Hints\r\nContent-Length: 2\r\n\r\n{}'),
  'empty lines before each response': preceding('\r\n\r\n\r\n'),
  'trailers that name another length, coding and type': trailing({
    'x-length': '5',
    'content-type': 'text/html',
    'content-encoding': 'gzip',
  }),
};
