import { rule } from '../../engine/check.js';
import { documentedResponses } from '../../engine/judge/documented-responses.js';
import { expectHeader, expectThat } from '../../engine/judge/expect.js';
import type { SeenExchange } from '../../engine/judge/observation.js';
import { isSlashRedirect } from '../../engine/judge/slash-redirect.js';

/** Error statuses that Graph's page on errors lists for any operation, and those of gateways in front of a target (decision 0039). */
const errorStatuses = [
  400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 423, 428, 429, 431, 500, 501, 502, 503,
  504, 507, 509,
];

/** Statuses that are allowed although the operation does not document them: 206 with `Warning` (decision 0030), 202 on request, redirects of gateways (decision 0073), and errors. */
function isTolerated({ reply }: SeenExchange): boolean {
  if (reply.status === 206) return reply.headers.has('warning');
  if (reply.status === 202) return reply.request.headers.prefer?.includes('respond-async') ?? false;
  return isSlashRedirect(reply) || errorStatuses.includes(reply.status);
}

export default rule('HTTP-17', {
  over: 'exchange',
  where: ({ exchange }) => exchange.operation !== undefined,
  check: (seen) => {
    const { reply, exchange } = seen;
    if (exchange.operation === undefined) return;
    const documented = documentedResponses(exchange.operation);
    const response = documented.get(reply.status);
    expectThat(response !== undefined || isTolerated(seen), {
      message: `${exchange.operation} responds with ${reply.status}, which the contract does not document`,
      expected: `status ${[...documented.keys()].join(', ')}`,
      received: `status ${reply.status}`,
      at: 'status',
      exchange,
    });
    // ERROR-7 judges the content type of errors. CANCEL-2 judges that a response without content has no body.
    if (reply.status >= 400 || reply.text === '' || response?.mediaTypes.length === 0) return;
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
  },
});
