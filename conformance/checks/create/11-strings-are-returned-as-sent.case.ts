import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectEqual, expectThat } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { type BodyInput, type Edit, editedInputs, fixtureInputs, inputName } from './_bodies.js';
import { createInput, expectInput } from './_create-and-read.js';
import {
  edgeTexts,
  hardTexts,
  joinableGroups,
  joined,
  randomText,
  shortEdgeTexts,
  type Text,
  textWithNul,
} from './_texts.js';

export default scenario('CREATE-11', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-11'),
    ...joinableGroups([...hardTexts, randomText(world.draw, 40), randomText(world.draw, 90)]).flatMap((group, index) =>
      textInputs(world, group, index + 1),
    ),
    { name: 'a long reason', body: world.body({ actionReason: 'A long reason. '.repeat(200) }) },
    ...editedInputs(
      () => world.body(),
      [
        edits(world, 'name', edgeTexts(world.draw)),
        edits(world, 'actionReason', edgeTexts(world.draw)),
        edits(world, 'clientContext', shortEdgeTexts(world.draw)),
      ],
    ),
    ...editedInputs(
      () => world.body(),
      (['name', 'actionReason', 'clientContext'] as const).map((one) => edits(world, one, [textWithNul(world.draw)])),
      'U+0000',
    ),
  ],
  named: inputName,
  when: (world, _, input) => createInput(world, input, expectStrings),
  then: (result, _, input) => expectInput(result, input, expectStrings),
});

function expectStrings(shown: Action, exchange: Exchange, sent: WritableBody): void {
  for (const name of ['actionReason', 'clientContext'] as const) {
    if (sent[name] !== undefined) expectEqual(shown[name], sent[name], `/${name}`, exchange);
  }
  const { name } = shown;
  expectThat(typeof name === 'string' && name.toLowerCase() === sent.name?.toLowerCase(), {
    expected: `${JSON.stringify(sent.name)} in upper or lower case`,
    received: preview(name),
    at: '/name',
    exchange,
  });
}

/** The inputs of a group of texts, which are also sent as one text. */
function textInputs(world: World, group: readonly Text[], number: number): readonly BodyInput[] {
  if (group.length === 1) return group.map((text) => withText(world, text));
  const name = joined(group);
  const clientContext = `${name} ${world.draw.hex(16)}`;
  const body = world.adapted({ ...world.body(), name, actionReason: name, clientContext });
  const together = { key: `texts ${number}`, body };
  return group.map((text) => ({ ...withText(world, text), together }));
}

/** `clientContext` is unique and starts and ends with the text. */
function withText(world: World, { name, text }: Text): BodyInput {
  const clientContext = `${text}${world.draw.hex(16)}${text}`;
  return { name, body: world.adapted({ ...world.body(), name: text, actionReason: text, clientContext }) };
}

/** Edits that put each of the texts into one property. */
function edits(
  world: World,
  property: 'name' | 'actionReason' | 'clientContext',
  texts: readonly Text[],
): readonly Edit[] {
  return texts.map(({ name, text }) => ({
    name: `${property}: ${name}`,
    edit: (body) => world.adapted({ ...body, [property]: text }),
  }));
}
