import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isRejectedBody } from '../../engine/world/probe/rejected-body.js';
import { expectSent } from './_expect-sent.js';
import { fullAction, requireAccepted } from './_patch.js';

type Pairs = NonNullable<WritableBody['parameters']>;

const many: Pairs = Array.from({ length: 12 }, (_, index) => ({ name: `IP ${index}`, value: `203.0.113.${index}` }));
/** Where the target may reject the pairs (decision 0049), a rejection is no evidence. */
const inputs: readonly { name: string; collections: readonly Pairs[]; mayReject?: true }[] = [
  {
    name: 'fewer pairs',
    collections: [[{ name: 'Domain', value: 'bad.example' }], [{ name: 'IP', value: '203.0.113.5' }]],
  },
  { name: 'more pairs, then fewer', collections: [many, many.slice(3, 5)] },
  {
    name: 'the same name with another value',
    collections: [[{ name: 'IP', value: '203.0.113.99' }], [{ name: 'IP', value: '203.0.113.100' }]],
  },
  { name: 'one of the stored pairs', collections: [[{ name: 'Port', value: '8443' }]] },
  {
    name: 'two pairs with the same name',
    collections: [
      [
        { name: 'IP', value: '192.0.2.1' },
        { name: 'IP', value: '192.0.2.2' },
      ],
    ],
    mayReject: true,
  },
];

/** The action starts with three pairs: IP, Port and Note. */
export default scenario('UPDATE-7', {
  each: inputs,
  named: ({ name }) => name,
  given: fullAction,
  when: async (world, { id }, { collections, mayReject }) => {
    const updates: { readonly after: Reply; readonly parameters: Pairs }[] = [];
    for (const parameters of collections) {
      const reply = await world.update(id, { parameters });
      if (mayReject && isRejectedBody(reply))
        throw new NotObserved(`the PATCH responded with ${reply.status}, which decision 0049 allows`, reply.exchange);
      requireAccepted(reply);
      updates.push({ after: await world.get(id), parameters });
    }
    return updates;
  },
  then: (updates) => {
    for (const { after, parameters } of updates) expectSent(after, { parameters });
  },
});
