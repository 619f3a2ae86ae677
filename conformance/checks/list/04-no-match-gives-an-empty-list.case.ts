import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRead } from '../../engine/judge/expect.js';
import { listed, ownActions, quoted } from './_own-actions.js';

const inputs: readonly { readonly says: string; readonly unlike: (context: string) => string }[] = [
  { says: 'a text that no action has', unlike: (context) => `${context}0` },
  { says: 'the beginning of a text that one has', unlike: (context) => context.slice(0, -1) },
  { says: 'a text with a quote', unlike: (context) => `${context}' or 'x` },
  { says: 'a text with an ampersand and a percent sign', unlike: (context) => `${context}&$top=1 %27 +` },
];

/** The twin of each filter, with the text that one action has, finds that action. */
export default scenario('LIST-4', {
  each: inputs,
  named: ({ says }) => says,
  given: async (world) => {
    const mine = await ownActions(world, 1);
    await listed(mine, world);
    return mine;
  },
  when: (world, { text }, { unlike }) =>
    world.pages({ query: { $filter: `clientContext eq ${quoted(unlike(text))}` } }),
  then: (pages) => {
    for (const page of pages) {
      expectRead(page);
      expectEqual(member(page.body, 'value'), [], '/value', page.exchange);
    }
  },
});
