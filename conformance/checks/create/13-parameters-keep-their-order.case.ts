import { scenario } from '../../engine/check.js';
import { expectEqual, expectThat } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';
import { pairsOf, textsOf } from './_pairs.js';

/** Names that sort otherwise than they stand, whole numbers among them: object members with such names change places. */
const orders: readonly (readonly string[])[] = [
  ['url', 'IP', 'domain'],
  ['10', '9', '2', '1'],
  ['b', 'a', 'C', 'A', '2', 'z', '1'],
];

/** What got lost is another input's affair: the order is judged by what came back. */
export default scenario('CREATE-13', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-13'),
    ...orders.map((names) => ({
      says: names.join(' '),
      body: world.body({ parameters: names.map((name, index) => ({ name, value: String(names.length - index) })) }),
    })),
  ],
  named: says,
  when: (world, _, { body }) => make(world, body),
  then: (made, _, { body }) => {
    const sent = textsOf(pairsOf(body));
    expectMade(made, (shown, exchange) => {
      const back = textsOf(pairsOf(shown)).filter((pair) => sent.includes(pair));
      expectThat(back.length > 1, {
        expected: 'several of the pairs',
        received: shown.parameters,
        at: '/parameters',
        exchange,
      });
      expectEqual(
        back,
        sent.filter((pair) => back.includes(pair)),
        '/parameters',
        exchange,
      );
    });
  },
});
