import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRejection, expectSuccess } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { documented, validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { VendorAndProvider } from '../../engine/world/profile.js';
import type { World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { type BodyInput, inputName } from './_bodies.js';
import { createAndRead } from './_create-and-read.js';

/** The body is valid except for an unknown vendor or provider. Of a target that was seen to limit only one of them, that one is judged. */
export default scenario('CREATE-35', {
  each: (world): readonly BodyInput[] => {
    const { parts = ['vendor', 'provider'] } = world.profile.features.vendors;
    return parts.flatMap((part) => [
      ...validFixtures('create')
        .filter(({ requirement, body }) => requirement === 'CREATE-35' && isForeign(body, part))
        .map(({ says, body }) => withPart(world, says, part, String(member(body.vendorInformation, part)))),
      withPart(world, `a random ${part}`, part, world.text('Nobody')),
    ]);
  },
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

function isForeign({ vendorInformation }: WritableBody, part: keyof VendorAndProvider): boolean {
  return vendorInformation?.[part] !== documented.create.vendorInformation?.[part];
}

function withPart(world: World, name: string, part: keyof VendorAndProvider, value: string): BodyInput {
  const body = world.body();
  return { name, body: { ...body, vendorInformation: { ...body.vendorInformation, [part]: value } as Vendor } };
}

type Vendor = NonNullable<WritableBody['vendorInformation']>;
