import { scenario } from '../../engine/check.js';
import { expectRefusal } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';

export default scenario('CREATE-18', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-18'),
    { says: 'beside all other members', body: world.body({ parameters: [] }) },
  ],
  named: says,
  given: (world) => world.action(),
  when: (world, _, { body }) => world.create(body),
  then: (reply) => expectRefusal(reply, 201, 400),
});
