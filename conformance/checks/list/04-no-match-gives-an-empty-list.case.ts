import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRead } from '../../engine/judge/expect.js';
import { createOwnActions, filterLiteral, waitUntilListed } from './_own-actions.js';

const inputs: readonly { readonly name: string; readonly unlike: (context: string) => string }[] = [
  { name: 'a text that no action has', unlike: (context) => `${context}0` },
  { name: 'the beginning of the text of an action', unlike: (context) => context.slice(0, -1) },
  { name: 'a text with a quote', unlike: (context) => `${context}' or 'x` },
  { name: 'a text with an ampersand and a percent sign', unlike: (context) => `${context}&$top=1 %27 +` },
];

/** The control of each filter has the text of one action and finds it. */
export default scenario('LIST-4', {
  each: inputs,
  named: ({ name }) => name,
  given: async (world) => {
    const own = await createOwnActions(world, 1);
    await waitUntilListed(own, world);
    return own;
  },
  when: (world, { text }, { unlike }) =>
    world.pages({ query: { $filter: `clientContext eq ${filterLiteral(unlike(text))}` } }),
  then: (pages) => {
    for (const page of pages) {
      expectRead(page);
      expectEqual(member(page.body, 'value'), [], '/value', page.exchange);
    }
  },
});
