import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRefusal, expectStatus } from '../../engine/judge/expect.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, says } from './_bodies.js';
import { make } from './_create-and-read.js';

/** The body is one that the target takes, with a vendor or provider that nobody has. */
export default scenario('CREATE-35', {
  each: (world): readonly BodyInput[] => [
    ...validFixtures('create')
      .filter(({ requirement }) => requirement === 'CREATE-35')
      .map(({ says, body }) => withVendor(world, says, body.vendorInformation)),
    withVendor(world, 'a vendor of this run', { vendor: world.text('Nobody') }),
    withVendor(world, 'a provider of this run', { provider: world.text('Nothing') }),
  ],
  named: says,
  given: (world) => world.action(),
  when: async (world, _, { body }) => {
    const { reply, read } = await make(world, body);
    if (!read) return { reply };
    const id = world.entity(reply, 201).id;
    const failed = (status: unknown) => status === 'Failed';
    const last = await world.eventually(
      () => world.get(id),
      (now) => failed(member(now.body, 'status')),
    );
    return { reply, last };
  },
  then: ({ reply, last }) => {
    if (!last) return expectRefusal(reply, 400);
    expectStatus(last, 200, 206);
    expectEqual(member(last.body, 'status'), 'Failed', '/status', last.exchange);
  },
});

function withVendor(world: World, says: string, parts: BodyInput['body']['vendorInformation']): BodyInput {
  const body = world.body();
  return { says, body: { ...body, vendorInformation: { ...body.vendorInformation, ...parts } } };
}
