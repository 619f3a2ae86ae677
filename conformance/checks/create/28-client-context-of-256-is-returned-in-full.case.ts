import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';

export default scenario('CREATE-28', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-28'),
    { says: '256 drawn characters', body: world.body({ clientContext: world.draw.hex(256) }) },
    // 256 in UTF-16 units and 128 code points: within the limit however characters are counted.
    { says: 'emoji up to the limit', body: world.body({ clientContext: world.draw.hex(16) + '🛡'.repeat(120) }) },
  ],
  named: says,
  when: (world, _, { body }) => make(world, body),
  then: (made, _, { body }) => {
    expectMade(made, ({ clientContext }, exchange) =>
      expectEqual(clientContext, body.clientContext, '/clientContext', exchange),
    );
  },
});
