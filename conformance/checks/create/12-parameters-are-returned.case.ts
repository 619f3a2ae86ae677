import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';
import { type Pair, pairsOf, textsOf } from './_pairs.js';
import { drawnText, texts } from './_texts.js';

export default scenario('CREATE-12', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-12'),
    ...tables.map(({ says, pairs }) => ({ says, body: world.body({ parameters: [...pairs] }) })),
    {
      says: 'drawn names and values',
      body: world.body({
        parameters: Array.from({ length: 8 }, () => ({
          name: drawnText(world.draw, 12).text,
          value: drawnText(world.draw, 60).text,
        })),
      }),
    },
  ],
  named: says,
  when: (world, _, { body }) => make(world, body),
  then: (made, _, { body }) => {
    const sent = textsOf(pairsOf(body)).sort();
    expectMade(made, (shown, exchange) => expectEqual(textsOf(pairsOf(shown)).sort(), sent, '/parameters', exchange));
  },
});

/** Lists that a server mangles which keeps pairs as members of an object, parses their values, or sets a limit. */
const tables: readonly { readonly says: string; readonly pairs: readonly Pair[] }[] = [
  {
    says: 'two pairs of one name',
    pairs: [
      { name: 'IP', value: '192.0.2.1' },
      { name: 'IP', value: '192.0.2.2' },
    ],
  },
  {
    says: 'the same pair twice',
    pairs: [
      { name: 'IP', value: '192.0.2.1' },
      { name: 'IP', value: '192.0.2.1' },
    ],
  },
  {
    says: 'names that differ in case alone',
    pairs: ['ip', 'IP', 'Ip'].map((name) => ({ name, value: `${name} value` })),
  },
  {
    says: 'names that programs give to something else',
    pairs: ['__proto__', 'constructor', 'length', 'id', 'value'].map((name) => ({ name, value: 'x' })),
  },
  { says: 'odd names and values', pairs: texts.map(({ text }) => ({ name: text, value: text })) },
  {
    says: 'values that look like something else',
    pairs: ['007', '1e3', 'true', 'null', '[]', '{"a":1}', '2019-01-10T12:23:23.3300000+03:00'].map((value) => ({
      name: 'v',
      value,
    })),
  },
  {
    says: 'an IPv6 address and a hash',
    pairs: [
      { name: 'IP', value: '2001:DB8::0:4711' },
      { name: 'sha256', value: 'AbCd'.repeat(16) },
    ],
  },
  {
    says: 'a hundred pairs',
    pairs: Array.from({ length: 100 }, (_, index) => ({ name: `n${index}`, value: `198.51.100.${index}` })),
  },
  { says: 'a long value', pairs: [{ name: 'comment', value: 'long '.repeat(2000) }] },
];
