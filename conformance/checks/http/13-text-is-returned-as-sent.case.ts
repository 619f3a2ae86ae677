import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, expectSuccess } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { rejectedForItself } from '../create/_create-and-read.js';
import { escapedJson, randomUnicodeText, unusualTexts } from './_texts.js';

interface TextInput {
  readonly name: string;
  readonly text: string;
  /** Writes the body in place of `JSON.stringify`. */
  readonly write?: typeof escapedJson;
}

function inputs(world: World): readonly TextInput[] {
  const plain = Object.entries(unusualTexts).map(([name, text]) => ({ name, text }));
  const random = [30, 200].map((length) => ({
    name: `${length} random characters`,
    text: randomUnicodeText(world.draw, length),
  }));
  const escaped = [...plain.filter(({ text }) => text.length < 100), ...random.slice(0, 1)];
  return [
    ...plain,
    ...random,
    ...escaped.map((input) => ({ ...input, name: `${input.name}, escaped`, write: escapedJson })),
  ];
}

type BodyTexts = ReturnType<typeof bodyWith>;

/** Parts of a body with the text as a whole value and, unless the target limits parameters, as a name and at the start of a value. */
function bodyWith(world: World, text: string) {
  const parameters = [
    { name: 'IP', value: '192.0.2.1' },
    { name: text, value: `${text}!` },
    { name: 'Comment', value: text },
  ];
  return { actionReason: text, parameters: world.adapted({ parameters }).parameters ?? parameters };
}

export default scenario('HTTP-13', {
  each: inputs,
  named: ({ name }) => name,
  given: (world, { text }) => ({ first: bodyWith(world, text), second: bodyWith(world, `${text}~`) }),
  when: async (world, { first, second }, { write }) => {
    const body = world.body(first);
    const created = await world.create(body, { raw: write?.(body) });
    if (created.status === 403 || created.status === 406)
      return { replies: [await rejectedForItself(world, body, created)] };
    const { id } = world.entity(created);
    const shown = await world.get(id);
    if (!world.profile.features.update.offered) return { replies: [created, shown] };
    const patchAndRead = async (patch: BodyTexts, writePatch?: typeof escapedJson) => ({
      patched: await world.update(id, patch, { raw: writePatch?.(patch) }),
      changed: await world.get(id),
    });
    const update = await patchAndRead(second, write);
    if (isDeepStrictEqual(textsIn(update.changed), second)) return { replies: [created, shown], update };
    // The control is a PATCH with plain text. If it fails too, the requirements about updates judge the defect.
    const plain = bodyWith(world, 'plain text');
    const control = await patchAndRead(plain);
    return { replies: [created, shown], ...(isDeepStrictEqual(textsIn(control.changed), plain) && { update }) };
  },
  then: ({ replies, update }, { first, second }) => {
    for (const reply of replies) expectTexts(reply, first);
    if (!update) return;
    // The create with nearly the same text was accepted.
    expectSuccess(update.patched);
    expectTexts(update.changed, second);
  },
});

function expectTexts(reply: Reply, sent: BodyTexts): void {
  expectEntity(reply);
  const { actionReason, parameters } = textsIn(reply);
  expectEqual(actionReason, sent.actionReason, '/actionReason', reply.exchange);
  expectEqual(parameters, sent.parameters, '/parameters', reply.exchange);
}

function textsIn({ body }: Reply): { readonly actionReason: unknown; readonly parameters: unknown } {
  const parameters = member(body, 'parameters');
  const pair = (one: unknown) => ({ name: member(one, 'name'), value: member(one, 'value') });
  return {
    actionReason: member(body, 'actionReason'),
    parameters: Array.isArray(parameters) ? parameters.map(pair) : parameters,
  };
}
