import { scenario } from '../../engine/check.js';
import { expectEqual, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';
import { drawnText, type Text, texts } from './_texts.js';

export default scenario('CREATE-11', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-11'),
    ...[...texts, drawnText(world.draw, 40), drawnText(world.draw, 90)].map((text) => withText(world, text)),
    { says: 'a long reason', body: world.body({ actionReason: 'A long reason. '.repeat(200) }) },
  ],
  named: says,
  when: (world, _, { body }) => make(world, body),
  then: (made, _, { body }) => {
    expectMade(made, (shown, exchange) => {
      for (const name of ['actionReason', 'clientContext'] as const) {
        if (body[name] !== undefined) expectEqual(shown[name], body[name], `/${name}`, exchange);
      }
      const { name } = shown;
      expectThat(typeof name === 'string' && name.toLowerCase() === body.name?.toLowerCase(), {
        expected: `${JSON.stringify(body.name)}, in any case`,
        received: name,
        at: '/name',
        exchange,
      });
    });
  },
});

/** The context is unlike any other, and begins and ends as the text does. */
function withText(world: World, { says, text }: Text): BodyInput {
  const clientContext = `${text}${world.draw.hex(16)}${text}`;
  return { says, body: world.adapted({ ...world.body(), name: text, actionReason: text, clientContext }) };
}
