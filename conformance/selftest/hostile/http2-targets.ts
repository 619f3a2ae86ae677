import { constants, createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { getRequestListener } from '@hono/node-server';
import { secured } from './secure-targets.js';
import type { HostileTarget } from './targets.js';

/** What stands before the reference on a stream; without calling `next`, it ends the stream itself. */
type Front = (request: Http2ServerRequest, response: Http2ServerResponse, next: () => void) => void;

const reset =
  (code: number): Front =>
  ({ stream }) =>
    stream.close(code);

const json = { ':status': 200, 'content-type': 'application/json' };

/** What a target can do with a stream, or with the connection when one begins. */
const fronts: Readonly<Record<string, Front>> = {
  'GOAWAY with each response': ({ stream }, response, next) => {
    response.once('finish', () => stream.session?.goaway());
    next();
  },
  'GOAWAY on each stream': ({ stream }) => stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM),
  'GOAWAY for a stream that the target has not processed': ({ stream }) => {
    stream.session?.goaway(constants.NGHTTP2_NO_ERROR, Math.max(0, (stream.id ?? 1) - 2));
    stream.close(constants.NGHTTP2_REFUSED_STREAM);
  },
  'RST_STREAM with REFUSED_STREAM': reset(constants.NGHTTP2_REFUSED_STREAM),
  'RST_STREAM with NO_ERROR': reset(constants.NGHTTP2_NO_ERROR),
  'RST_STREAM with INTERNAL_ERROR': reset(constants.NGHTTP2_INTERNAL_ERROR),
  'RST_STREAM with HTTP_1_1_REQUIRED': reset(constants.NGHTTP2_HTTP_1_1_REQUIRED),
  'RST_STREAM in the middle of a body': ({ stream }) => {
    stream.respond(json);
    // Without END_STREAM, which `close` would send first.
    stream.write('{"value":[', () => stream.destroy(new Error('in the middle')));
  },
  'connection that ends on each stream': ({ stream }) => stream.session?.destroy(),
};

function over(front: Front, settings = {}) {
  return (name: string): HostileTarget =>
    secured(name, ({ cert, key }, { fetch }) => {
      const handle = getRequestListener(fetch);
      const server = createSecureServer({ cert, key, settings, allowHTTP1: true }, (request, response) => {
        const next = () => void handle(request, response);
        if (request.httpVersion !== '2.0') return next();
        request.stream.on('error', () => undefined);
        front(request, response, next);
      });
      server.on('sessionError', () => undefined);
      return server;
    });
}

/** Is the reference for as many requests as the probe sends. */
function later(front: Front): Front {
  let requests = 0;
  return (request, response, next) => (++requests > 150 ? front(request, response, next) : next());
}

const plain: Front = (_request, _response, next) => next();

export const http2Targets: readonly HostileTarget[] = [
  over(plain)('the reference over HTTP/2, for comparison'),
  ...Object.entries(fronts).map(([name, front]) => over(front)(`${name}, over HTTP/2`)),
  ...Object.entries(fronts).map(([name, front]) => over(later(front))(`${name}, over HTTP/2, later`)),
  over(plain, { maxConcurrentStreams: 0 })('no streams allowed, over HTTP/2'),
  over(plain, { initialWindowSize: 0 })('no bodies allowed, over HTTP/2'),
];
