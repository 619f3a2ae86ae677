import { rule } from '../../engine/check.js';
import { documentedResponses } from '../../engine/judge/documented-responses.js';
import { expectHeader, expectThat } from '../../engine/judge/expect.js';
import type { SeenExchange } from '../../engine/judge/observation.js';

/** Refusals that Graph's page on errors lists for any operation, and those that gateways before a target give; reading 0039. */
const refusals = [
  400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 423, 428, 429, 431, 500, 501, 502, 503,
  504, 507, 509,
];

/** 206 with a Warning stands for a provider that failed (reading 0030); 202 for what the client itself asked to happen later. */
function tolerated({ reply, exchange }: SeenExchange): boolean {
  if (reply.status === 206) return reply.headers.has('warning');
  if (reply.status === 202) return exchange.request.headers.prefer?.includes('respond-async') ?? false;
  return refusals.includes(reply.status);
}

export default rule('HTTP-17', {
  over: 'exchange',
  where: ({ exchange }) => exchange.operation !== undefined,
  check: (seen) => {
    const { reply, exchange } = seen;
    if (exchange.operation === undefined) return;
    const documented = documentedResponses(exchange.operation);
    const response = documented.get(reply.status);
    expectThat(response !== undefined || tolerated(seen), {
      message: `${exchange.operation} was answered with ${reply.status}, which the contract does not document`,
      expected: `status ${[...documented.keys()].join(', ')}`,
      received: `status ${reply.status}`,
      at: 'status',
      exchange,
    });
    // The media type of refusals is ERROR-7; that an answer without content has no body is CANCEL-2.
    if (reply.status >= 400 || reply.text === '' || response?.mediaTypes.length === 0) return;
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
  },
});
