import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { drawnText, escaped, texts } from './_texts.js';

interface Input {
  readonly what: string;
  readonly text: string;
  readonly raw?: typeof escaped;
}

function inputs(world: World): readonly Input[] {
  const plain = Object.entries(texts).map(([what, text]) => ({ what, text }));
  const drawn = [30, 200].map((length) => ({
    what: `${length} drawn characters`,
    text: drawnText(world.draw, length),
  }));
  const written = [...plain.filter(({ text }) => text.length < 100), ...drawn.slice(0, 1)];
  return [
    ...plain,
    ...drawn,
    ...written.map((input) => ({ ...input, what: `${input.what}, as escapes`, raw: escaped })),
  ];
}

type Texts = ReturnType<typeof written>;

/** The text where it stands first, last and by itself. */
function written(text: string) {
  return {
    actionReason: text,
    parameters: [
      { name: 'IP', value: '192.0.2.1' },
      { name: text, value: `${text}!` },
      { name: 'Comment', value: text },
    ],
  };
}

export default scenario('HTTP-13', {
  each: inputs,
  named: ({ what }) => what,
  given: (_world, { text }) => ({ first: written(text), second: written(`${text} ${text}`) }),
  when: async (world, { first, second }, { raw }) => {
    const body = world.body(first);
    const created = await world.create(body, { raw: raw?.(body) });
    const { id } = world.entity(created, 201);
    const shown = await world.get(id);
    const patched = async (patch: Texts, write?: typeof escaped) => {
      await world.update(id, patch, { raw: write?.(patch) });
      return world.get(id);
    };
    const changed = world.profile.features.update.offered ? await patched(second, raw) : undefined;
    if (!changed || isDeepStrictEqual(textsIn(changed), second)) return { replies: [created, shown], changed };
    // What a PATCH does to plain text as well is a matter of the requirements about updates.
    const plain = written('plain text');
    const textual = isDeepStrictEqual(textsIn(await patched(plain)), plain);
    return { replies: [created, shown], changed: textual ? changed : undefined };
  },
  then: ({ replies, changed }, { first, second }) => {
    for (const reply of replies) expectTexts(reply, first);
    if (changed) expectTexts(changed, second);
  },
});

function expectTexts(reply: Reply, sent: Texts): void {
  expectEntity(reply, 200, 201, 206);
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
