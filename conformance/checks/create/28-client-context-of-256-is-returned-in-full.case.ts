import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

export default scenario('CREATE-28', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-28'),
    { name: '256 random characters', body: world.body({ clientContext: world.draw.hex(256) }) },
    // 256 UTF-16 code units and 136 code points: within the limit whichever way characters are counted.
    {
      name: 'emoji up to the limit of 256 characters',
      body: world.body({ clientContext: world.draw.hex(16) + '🛡'.repeat(120) }),
    },
  ],
  named: inputName,
  when: (world, _, { body }) => createAndRead(world, body),
  then: (result, _, { body }) => {
    expectCreated(result, ({ clientContext }, exchange) =>
      expectEqual(clientContext, body.clientContext, '/clientContext', exchange),
    );
  },
});
