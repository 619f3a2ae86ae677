import { randomBytes } from 'node:crypto';
import { documentedExchange } from '../../engine/world/fixtures/fixtures.js';
import { constant, type NullServer, routed } from './null-server.js';

const envelope = { error: { code: 'generalException', message: 'The service is not available.' } };

/** Servers that always respond with 200, by their body. */
const always200 = (): readonly NullServer[] => {
  const { body } = documentedExchange('create.published').response;
  return [
    constant('an empty object', 200, {}),
    constant('the documented action', 200, body),
    constant('the documented action in a list', 200, { value: [body] }),
    constant('an empty list', 200, { value: [] }),
    constant('an empty body', 200),
    constant('an HTML page', 200, '<!doctype html><title>Welcome</title>', 'text/html'),
  ];
};

const otherStatuses = [202, 204, 301, 400, 401, 403, 404, 405, 409, 422, 429, 500, 501, 503];

/** Servers that always respond with another status, without a body. */
const withoutBody = otherStatuses.map((status) => constant(`${status} without a body`, status));

/** Servers that always respond with another status and a body that suits it. */
const withBody = (): readonly NullServer[] => [
  constant('201 with the documented action', 201, documentedExchange('create.published').response.body),
  ...otherStatuses
    .filter((status) => status >= 400)
    .map((status) => constant(`${status} with an error`, status, envelope)),
];

const others: readonly NullServer[] = [
  {
    name: 'the body of the request',
    fetch: async (request) =>
      new Response(await request.text(), {
        headers: { 'content-type': request.headers.get('content-type') ?? 'text/plain' },
      }),
  },
  { name: 'no response', fetch: () => new Promise<Response>(() => undefined) },
  { name: 'random bytes', fetch: async () => new Response(randomBytes(200)) },
];

/** All null servers. Those whose response is plausible for some request also stand behind a router. */
export function nullServers(): readonly NullServer[] {
  return [...always200(), ...withBody(), ...withoutBody, ...others, ...[...always200(), ...withBody()].map(routed)];
}
