import { scenario } from '../../engine/check.js';
import { expectSuccessOr } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';

export default scenario('CREATE-18', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-18'),
    { name: 'with all other members', body: world.body({ parameters: [] }) },
  ],
  named: inputName,
  given: (world) => world.action(),
  when: (world, _, { body }) => world.create(body),
  then: (reply) => expectSuccessOr(reply, 400),
});
