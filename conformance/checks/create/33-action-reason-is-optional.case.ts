import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { fixtureInputs, says, withOwnContext } from './_bodies.js';

/** Each body is taken with a reason first, and then without. */
export default scenario('CREATE-33', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-33'),
    { says: 'all other members', body: world.body() },
    { says: 'what is needed alone', body: minimal(world.body()) },
  ],
  named: says,
  given: (world, { body }) => world.action({ body }),
  when: (world, _, { body }) => {
    const { actionReason, ...without } = withOwnContext(body, world.draw);
    return world.create(without);
  },
  then: (reply) => expectSuccess(reply),
});

function minimal({ name, actionReason, parameters, vendorInformation }: WritableBody): WritableBody {
  return { name, actionReason, parameters, vendorInformation };
}
