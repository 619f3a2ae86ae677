import { serverWith } from '../server/server.js';
import type { Situation } from '../situation.js';

const nothing = (headers: Record<string, string> = {}, status = 404, body = '') =>
  new Response(status === 302 ? null : body, { status, headers: { date: new Date().toUTCString(), ...headers } });

/** The API at its place, and something else everywhere else; the run gets another base URL. */
function at(name: string, path: string, elsewhere: (request: Request) => Response, says: readonly RegExp[]): Situation {
  return {
    name,
    standing: 'configuration',
    expected: { exitCode: 69, says },
    open: async (run) => {
      const server = await serverWith([], run);
      const { origin, pathname } = new URL(server.target.url);
      const fetch = (request: Request) =>
        new URL(request.url).pathname.startsWith(`${pathname}/`)
          ? (server.target.fetch?.(request) ?? nothing())
          : elsewhere(request);
      return { ...server, target: { ...server.target, fetch, url: `${origin}${path}` }, close: async () => undefined };
    },
  };
}

const html = { 'content-type': 'text/html' };
const asks = /is this the base URL\? The API responds at http:\/\/reference\.example\/beta/;

export const situations = [
  at('the base URL lacks /beta, and everything gets 404', '', () => nothing(), [asks]),
  at('the base URL ends in /v1.0, and everything gets 404', '/v1.0', () => nothing(), [asks]),
  at(
    'the base URL is that of a page that responds with 200 to everything',
    '/app',
    () => nothing(html, 200, '<!doctype html><title>App</title>'),
    [asks],
  ),
  at(
    'the base URL redirects everything to a login page',
    '/portal',
    () => nothing({ location: 'https://login.example/' }, 302),
    [asks, /Location: https:\/\/login\.example\//],
  ),
  at('nothing is served below the base URL or near it', '/x/y/z', () => nothing(html, 404, '<h1>Not Found</h1>'), [
    /is this the base URL\?/,
  ]),
];
