import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectOneOf, expectThat } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { documented } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { isPossibleLater, type OperationStatus, statuses } from '../../model/lifecycle.js';

interface Input {
  readonly says: string;
  readonly body: (world: World) => WritableBody;
  /** Only a SHOULD says that the target accepts it (CREATE-34). */
  readonly mayReject?: true;
}

const inputs: readonly Input[] = [
  { says: 'the documented body', body: (world) => world.adapted(documented.create) },
  { says: 'a full body', body: (world) => world.body() },
  {
    says: 'only the required members',
    body: (world) => world.adapted({ parameters: [{ name: 'IP', value: '192.0.2.7' }] }),
  },
  { says: 'status null', body: (world) => ({ ...world.body(), status: null }), mayReject: true },
];

export default scenario('LIFECYCLE-1', {
  each: inputs,
  named: ({ says }) => says,
  when: async (world, _, { body, mayReject }) => {
    const reply = await world.create(body(world));
    const { status, exchange } = reply;
    if (mayReject && status >= 400)
      throw new NotObserved(`the target does not accept the body: it responds with ${status}`, exchange);
    return { reply, after: await world.get(world.entity(reply).id) };
  },
  then: ({ reply, after }) => {
    const first = statusIn(reply);
    const next = statusIn(after);
    const expected = `${preview(first)}, or a status after it`;
    expectThat(isPossibleLater(first, next), {
      expected,
      received: preview(next),
      at: '/status',
      exchange: after.exchange,
    });
  },
});

/** Expects one of the four statuses and returns it. */
function statusIn(reply: Reply): OperationStatus {
  const { status } = expectEntity(reply);
  expectOneOf(status, statuses, '/status', reply.exchange);
  return status as OperationStatus;
}
