import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectEqual, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createInput, expectInput } from './_create-and-read.js';
import { edgeTexts, hardTexts, randomText, shortEdgeTexts, type Text } from './_texts.js';

export default scenario('CREATE-11', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-11'),
    ...[...hardTexts, randomText(world.draw, 40), randomText(world.draw, 90)].map((text) => withText(world, text)),
    { name: 'a long reason', body: world.body({ actionReason: 'A long reason. '.repeat(200) }) },
    ...edgeInputs(world, 'name', edgeTexts(world.draw)),
    ...edgeInputs(world, 'actionReason', edgeTexts(world.draw)),
    ...edgeInputs(world, 'clientContext', shortEdgeTexts(world.draw)),
  ],
  named: inputName,
  when: (world, _, input) => createInput(world, input),
  then: (result, _, input) => {
    const { body } = input;
    expectInput(result, input, (shown, exchange) => {
      for (const name of ['actionReason', 'clientContext'] as const) {
        if (body[name] !== undefined) expectEqual(shown[name], body[name], `/${name}`, exchange);
      }
      const { name } = shown;
      expectThat(typeof name === 'string' && name.toLowerCase() === body.name?.toLowerCase(), {
        expected: `${JSON.stringify(body.name)} in upper or lower case`,
        received: preview(name),
        at: '/name',
        exchange,
      });
    });
  },
});

/** `clientContext` is unique and starts and ends with the text. */
function withText(world: World, { name, text }: Text): BodyInput {
  const clientContext = `${text}${world.draw.hex(16)}${text}`;
  return { name, body: world.adapted({ ...world.body(), name: text, actionReason: text, clientContext }) };
}

/** Bodies with each of the texts in one property. */
function edgeInputs(
  world: World,
  property: 'name' | 'actionReason' | 'clientContext',
  texts: readonly Text[],
): readonly BodyInput[] {
  return texts.map(({ name, text }) => ({
    name: `${property}: ${name}`,
    body: world.adapted(world.body({ [property]: text })),
    mayReject: true,
  }));
}
