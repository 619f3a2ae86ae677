import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRejection, expectSuccess } from '../../engine/judge/expect.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { type BodyInput, inputName } from './_bodies.js';
import { createAndRead } from './_create-and-read.js';

/** The body is valid except for an unknown vendor or provider. */
export default scenario('CREATE-35', {
  each: (world): readonly BodyInput[] => [
    ...validFixtures('create')
      .filter(({ requirement }) => requirement === 'CREATE-35')
      .map(({ says, body }) => withVendor(world, says, body.vendorInformation)),
    withVendor(world, 'a random vendor', { vendor: world.text('Nobody') }),
    withVendor(world, 'a random provider', { provider: world.text('Nothing') }),
  ],
  named: inputName,
  given: (world) => world.action(),
  when: async (world, _, { body }) => {
    const { reply, read } = await createAndRead(world, body);
    if (!read) return { reply };
    const id = world.entity(reply).id;
    // The action may be NotStarted or Running first, but it may not complete.
    const last = await world.eventually(
      () => world.get(id),
      (now) => now.status >= 300 || isFinalStatus(member(now.body, 'status')),
    );
    return { reply, last };
  },
  then: ({ reply, last }) => {
    if (!last) return expectRejection(reply, 400);
    expectSuccess(last);
    expectEqual(member(last.body, 'status'), 'Failed', '/status', last.exchange);
  },
});

function withVendor(world: World, name: string, parts: BodyInput['body']['vendorInformation']): BodyInput {
  const body = world.body();
  return { name, body: { ...body, vendorInformation: { ...body.vendorInformation, ...parts } } };
}
