import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { accepted, fullAction } from './_patch.js';
import { expectShows } from './_expect-sent.js';

type Pairs = NonNullable<WritableBody['parameters']>;

const many: Pairs = Array.from({ length: 12 }, (_, index) => ({ name: `IP ${index}`, value: `203.0.113.${index}` }));
const inputs: readonly { says: string; collections: readonly Pairs[] }[] = [
  {
    says: 'fewer pairs',
    collections: [[{ name: 'Domain', value: 'bad.example' }], [{ name: 'IP', value: '203.0.113.5' }]],
  },
  { says: 'more pairs, and fewer again', collections: [many, many.slice(3, 5)] },
  {
    says: 'the same name with another value',
    collections: [[{ name: 'IP', value: '203.0.113.99' }], [{ name: 'IP', value: null }]],
  },
  { says: 'one of the old pairs', collections: [[{ name: 'Port', value: '8443' }]] },
  {
    says: 'a name twice',
    collections: [
      [
        { name: 'IP', value: '192.0.2.1' },
        { name: 'IP', value: '192.0.2.2' },
      ],
    ],
  },
];

/** The action has three pairs to begin with: IP, Port and Note. */
export default scenario('UPDATE-7', {
  each: inputs,
  named: ({ says }) => says,
  given: fullAction,
  when: async (world, { id }, { collections }) => {
    const seen: { readonly look: Reply; readonly parameters: Pairs }[] = [];
    for (const parameters of collections) {
      await accepted(world, id, { parameters });
      seen.push({ look: await world.get(id), parameters });
    }
    return seen;
  },
  then: (seen) => {
    for (const { look, parameters } of seen) expectShows(look, { parameters });
  },
});
