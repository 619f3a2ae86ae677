import type { Difference } from '../server/difference.js';
import { pageOf } from '../server/page-of.js';
import { rejectWith } from '../server/reject-with.js';
import { situation } from '../situation.js';

/** A gateway that takes some requests for attacks, or does not accept them, and responds with a page of its own. */
function refuses(
  when: (request: Request) => boolean | Promise<boolean>,
  status: number,
  title: string,
  server = 'nginx',
): Difference {
  return {
    fetch: (inner) => async (request) => ((await when(request)) ? pageOf(server, status, title) : inner(request)),
  };
}

/** Texts that rule sets of firewalls take for attacks. */
const attack = /<[a-z/]|DROP TABLE|\{\{|\.\.\/|UNION SELECT|\$\{|\bOR 1=1/i;

const ownPage = ['ERROR-1', 'ERROR-7'] as const;

/** What the report says of pages that a gateway makes itself. */
const gatewayNamed =
  /a gateway in front of the API .* rejects some requests with pages of its own; they never reach the API/;

export const situations = [
  situation(
    'a firewall responds with 403 to every request without User-Agent',
    'allowed',
    {
      fetch: (inner) => (request) => (request.headers.has('user-agent') ? inner(request) : rejectWith(403)(request)),
    },
    { exitCode: 0 },
  ),
  situation(
    'a gateway responds with its own 413 to bodies of more than 1 MB',
    'fault',
    refuses(
      async (request) => (await request.clone().arrayBuffer()).byteLength > 1_000_000,
      413,
      'Request Entity Too Large',
    ),
    {
      exitCode: 1,
      fails: ownPage,
      mayFail: ['HTTP-1', 'HTTP-2'],
      says: [gatewayNamed],
    },
    { inFull: ['HTTP-16'] },
  ),
  situation(
    'a gateway responds with its own 400 to %00 in a path',
    'fault',
    refuses(({ url }) => /%00/.test(url), 400, 'Bad Request'),
    {
      exitCode: 1,
      fails: ownPage,
      mayFail: ['HTTP-1', 'HTTP-2'],
      says: [gatewayNamed],
    },
    { inFull: ['GET-4', 'UPDATE-9', 'CANCEL-7'] },
  ),
  situation(
    'a gateway responds with its own 414 to URLs of more than 500 characters',
    'fault',
    refuses(({ url }) => url.length > 500, 414, 'Request-URI Too Large'),
    {
      exitCode: 1,
      fails: ownPage,
      mayFail: ['HTTP-1', 'HTTP-2', 'GET-4'],
      says: [gatewayNamed],
    },
    { inFull: ['GET-4', 'GET-3'] },
  ),
  situation(
    'a gateway responds with 307 to an encoded slash in a path',
    'allowed',
    {
      fetch: (inner) => (request) => {
        if (!/%2f/i.test(new URL(request.url).pathname)) return inner(request);
        const location = request.url.replace(/%2f/gi, '/');
        return new Response(null, {
          status: 307,
          headers: { location, date: new Date().toUTCString(), 'request-id': '1' },
        });
      },
    },
    { exitCode: 0 },
    { inFull: ['GET-4'] },
  ),
  situation(
    'a firewall takes markup, SQL and templates for attacks',
    'fault',
    refuses(
      async (request) =>
        attack.test(`${decodeURIComponent(new URL(request.url).search)} ${await request.clone().text()}`),
      403,
      'Forbidden',
      'waf',
    ),
    {
      exitCode: 1,
      fails: ['CREATE-11', 'UPDATE-4', ...ownPage],
      mayFail: ['HTTP-1', 'HTTP-2', 'CREATE-12', 'CREATE-14', 'HTTP-13', 'HTTP-17'],
      says: [gatewayNamed],
    },
  ),
  situation(
    'a gateway adds header fields of its own and writes names in lower case',
    'allowed',
    {
      fetch: (inner) => async (request) => {
        const response = await inner(request);
        const headers = new Headers(response.headers);
        headers.set('via', '1.1 gateway.example');
        headers.set('x-cache', 'MISS');
        headers.set('server', 'gateway');
        return new Response(response.body, { status: response.status, headers });
      },
    },
    { exitCode: 0 },
  ),
];
