import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { fixtureInputs, inputName, withOwnContext } from './_bodies.js';

/** The control is the same body with a reason. */
export default scenario('CREATE-33', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-33'),
    { name: 'with all other members', body: world.body() },
    { name: 'only the required members', body: minimal(world.body()) },
  ],
  named: inputName,
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
