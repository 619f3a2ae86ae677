import { scenario } from '../../engine/check.js';
import { expectEqual, expectThat } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';
import { pairsOf, pairTexts, pairValues } from './_pairs.js';

/** Names that are not sorted. Some are integers, because JavaScript moves members with integer names to the front. */
const orders: readonly (readonly string[])[] = [
  ['url', 'IP', 'domain'],
  ['10', '9', '2', '1'],
  ['b', 'a', 'D', 'C', '2', 'z', '1'],
];

/** Only the order of the returned pairs is judged; CREATE-12 judges missing pairs. */
export default scenario('CREATE-13', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-13'),
    ...orders.map((names) => ({
      name: names.join(' '),
      body: world.body({ parameters: names.map((name, index) => ({ name, value: String(names.length - index) })) }),
    })),
  ],
  named: inputName,
  when: (world, _, { body }) => createAndRead(world, body),
  then: (result, _, { body }) => {
    const sent = pairTexts(pairsOf(body));
    expectCreated(result, (shown, exchange) => {
      const returned = pairTexts(pairsOf(shown)).filter((pair) => sent.includes(pair));
      expectThat(returned.length > 1, {
        expected: 'at least two of the pairs that were sent',
        received: shown.parameters,
        at: '/parameters',
        exchange,
      });
      expectEqual(
        pairValues(returned),
        pairValues(sent.filter((pair) => returned.includes(pair))),
        '/parameters',
        exchange,
      );
    });
  },
});
