import type { Operation } from '../../../generated/requirements.js';
import { documentedExchange } from '../../kit/fixtures.js';
import { operationOf } from '../operation.js';
import { refused } from '../refused.js';
import type { NullServer } from './null-server.js';

/**
 * Servers that tell the operations apart and nothing else: each operation has its one lawful answer. They are no null servers, as some
 * of what they answer is right; they are measured, so that it can be seen which rows a facade without anything behind it would hold.
 */
export function cleverServers(): readonly NullServer[] {
  const facade: NullServer = { name: 'a facade of documented answers', routed: true, fetch: answer };
  return [
    facade,
    {
      name: 'a facade that wants a token',
      routed: true,
      fetch: (request) => (request.headers.has('authorization') ? answer(request) : refused(401)),
    },
  ];
}

function answer(request: Request): Response {
  const operation = operationOf(request);
  if (operation === undefined) return refused(404);
  const { body } = documentedExchange('create.published').response;
  const answers: Readonly<Record<Operation, readonly [number, unknown?]>> = {
    list: [200, { value: [body] }],
    create: [201, body],
    get: [200, body],
    update: [200, body],
    cancel: [204],
  };
  const [status, shown] = answers[operation];
  const headers = { 'content-type': 'application/json' };
  return shown === undefined
    ? new Response(null, { status })
    : new Response(JSON.stringify(shown), { status, headers });
}
