import { randomBytes } from 'node:crypto';
import { documentedExchange } from '../../engine/world/fixtures.js';
import { constant, type NullServer, routed } from './null-server.js';

const envelope = { error: { code: 'generalException', message: 'The service cannot answer.' } };

/** The bodies that a constant 200 may have. */
const bodies = (): readonly NullServer[] => {
  const { body } = documentedExchange('create.published').response;
  return [
    constant('an empty object', 200, {}),
    constant('the documented action', 200, body),
    constant('the documented action in a list', 200, { value: [body] }),
    constant('an empty list', 200, { value: [] }),
    constant('an empty body', 200),
    constant('a page of HTML', 200, '<!doctype html><title>Welcome</title>', 'text/html'),
  ];
};

/** The statuses that a constant answer may have, beside 200. */
const statuses = (): readonly NullServer[] => {
  const { body } = documentedExchange('create.published').response;
  const plain = [202, 204, 301, 400, 401, 403, 404, 405, 409, 422, 429, 500, 501, 503];
  return [
    constant('201 with the documented action', 201, body),
    ...plain.map((status) => constant(`${status} without a body`, status)),
    ...plain.filter((status) => status >= 400).map((status) => constant(`${status} with an error`, status, envelope)),
  ];
};

const others: readonly NullServer[] = [
  {
    name: 'an echo',
    routed: false,
    fetch: async (request) =>
      new Response(await request.text(), {
        headers: { 'content-type': request.headers.get('content-type') ?? 'text/plain' },
      }),
  },
  { name: 'no answer at all', routed: false, fetch: () => new Promise<Response>(() => undefined) },
  { name: 'random bytes', routed: false, fetch: async () => new Response(randomBytes(200)) },
];

/** Every null server; those whose answer looks right somewhere stand behind a router as well. */
export function nullServers(): readonly NullServer[] {
  return [
    ...bodies(),
    ...statuses(),
    ...others,
    ...[...bodies(), ...statuses().filter(({ name }) => name.includes('with '))].map(routed),
  ];
}
