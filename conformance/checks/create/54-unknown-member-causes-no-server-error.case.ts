import { scenario } from '../../engine/check.js';
import { expectSuccessOr } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';

const unknown = { 'x-unknown': { deep: [1, null, { a: 'b' }] }, '@example.unknown': true };

export default scenario('CREATE-54', {
  each: (world): readonly BodyInput[] => {
    const { parameters = [], vendorInformation } = world.body();
    return [
      ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-54'),
      { name: 'an unknown member of the action', body: { ...world.body(), ...unknown } },
      {
        name: 'an unknown member of each pair',
        body: world.body({ parameters: parameters.map((pair) => ({ ...pair, ...unknown })) }),
      },
      {
        name: 'an unknown member of vendorInformation',
        body: world.body({ vendorInformation: { ...vendorInformation, ...unknown } }),
      },
    ];
  },
  named: inputName,
  given: ({ shared }) => shared.once('control', (world) => world.action()),
  when: (world, _, { body }) => world.create(body),
  then: (reply) => expectSuccessOr(reply, 400),
});
