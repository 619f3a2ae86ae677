import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { type BodyInput, type Edit, editedInputs, fixtureInputs, inputName } from './_bodies.js';
import { createInput, expectInput } from './_create-and-read.js';
import { type Pair, pairsOf, pairTexts, pairValues } from './_pairs.js';
import { edgeTexts, hardTexts, randomText, type Text, textWithNul } from './_texts.js';

export default scenario('CREATE-12', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-12'),
    ...listInputs(world),
    {
      name: 'a null value',
      body: world.body({
        parameters: [
          { name: 'IP', value: '192.0.2.1' },
          { name: 'null', value: null },
          { name: 'text', value: 'null' },
        ],
      }),
      acceptedBy: 'CREATE-21',
    },
    ...editedInputs(
      () => world.body({ parameters: [] }),
      edgePairs(world, edgeTexts(world.draw)).map((edit) => [edit]),
    ),
    ...editedInputs(
      () => world.body({ parameters: [] }),
      edgePairs(world, [textWithNul(world.draw)]).map((edit) => [edit]),
      'U+0000',
    ),
  ],
  named: inputName,
  when: (world, _, input) => createInput(world, input, expectPairs),
  then: (result, _, input) => expectInput(result, input, expectPairs),
});

/** An input for each list. The pairs of all lists are also sent in one body. */
function listInputs(world: World): readonly BodyInput[] {
  const random = Array.from({ length: 8 }, () => ({
    name: randomText(world.draw, 12).text,
    value: randomText(world.draw, 60).text,
  }));
  const lists = [...pairLists, { name: 'random names and values', pairs: random }];
  const parameters = lists.flatMap(({ pairs }) => pairs);
  const together = { key: 'all lists', body: world.body({ parameters }) };
  return lists.map(({ pairs, ...list }) => ({ ...list, body: world.body({ parameters: [...pairs] }), together }));
}

function expectPairs(shown: Action, exchange: Exchange, sent: WritableBody): void {
  const sorted = (action: unknown) => pairValues(pairTexts(pairsOf(action)).sort());
  expectEqual(sorted(shown), sorted(sent), '/parameters', exchange);
}

/**
 * Lists that come back changed from a server that stores pairs as members of an object, parses their values, or sets a limit. Some of
 * them a target may reject; decision 0049.
 */
const pairLists: readonly (Pick<BodyInput, 'name' | 'mayReject'> & { readonly pairs: readonly Pair[] })[] = [
  {
    name: 'two pairs with the same name',
    pairs: [
      { name: 'IP', value: '192.0.2.1' },
      { name: 'IP', value: '192.0.2.2' },
    ],
    mayReject: true,
  },
  {
    name: 'the same pair twice',
    pairs: [
      { name: 'IP', value: '192.0.2.1' },
      { name: 'IP', value: '192.0.2.1' },
    ],
    mayReject: true,
  },
  {
    name: 'names that differ only in case',
    pairs: ['ip', 'IP', 'Ip'].map((name) => ({ name, value: `${name} value` })),
    mayReject: true,
  },
  {
    name: 'names of built-in members',
    pairs: ['__proto__', 'constructor', 'length', 'id', 'value'].map((name) => ({ name, value: 'x' })),
  },
  {
    name: 'names and values with special characters',
    pairs: hardTexts.map(({ text }) => ({ name: text, value: text })),
  },
  {
    name: 'values that look like numbers, JSON or dates',
    pairs: ['007', '1e3', 'true', 'null', '[]', '{"a":1}', '2019-01-10T12:23:23.3300000+03:00'].map((value, index) => ({
      name: `v${index}`,
      value,
    })),
  },
  {
    name: 'an IPv6 address and a hash',
    pairs: [
      { name: 'IP', value: '2001:DB8::0:4711' },
      { name: 'sha256', value: 'AbCd'.repeat(16) },
    ],
  },
  {
    name: 'a hundred pairs',
    pairs: Array.from({ length: 100 }, (_, index) => ({ name: `n${index}`, value: `198.51.100.${index}` })),
  },
  { name: 'a long value', pairs: [{ name: 'comment', value: 'long '.repeat(2000) }], mayReject: true },
];

/** Pairs that a target may reject and stores unchanged if it accepts them; decision 0049. */
function edgePairs(world: World, texts: readonly Text[]): readonly Edit[] {
  return [
    ...texts.map(({ name, text }) => withPair(world, `a name: ${name}`, { name: text, value: '192.0.2.1' })),
    ...texts.map(({ name, text }) => withPair(world, `a value: ${name}`, { name: 'IP', value: text })),
  ];
}

function withPair(world: World, name: string, pair: Pair): Edit {
  return { name, edit: (body) => world.adapted({ ...body, parameters: [...(body.parameters ?? []), pair] }) };
}
