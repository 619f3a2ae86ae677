import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { markProperties } from '../../engine/world/probe/list-features.js';
import { elementsOf } from '../../engine/world/world.js';
import { createOwnActions, filterLiteral, untilListed } from './_own-actions.js';

/** Texts that differ from the text of an action. Only the last may be the text of an action of others. */
const texts: readonly { readonly name: string; readonly unlike: (context: string) => string }[] = [
  { name: 'a text that no action has', unlike: (context) => `${context}0` },
  { name: 'the beginning of the text of an action', unlike: (context) => context.slice(0, -1) },
  { name: 'the end of the text of an action', unlike: (context) => context.slice(1) },
  { name: 'the text in capitals', unlike: (context) => context.toUpperCase() },
  { name: 'the text and a space', unlike: (context) => `${context} ` },
  { name: 'a percent sign at the end', unlike: (context) => `${context.slice(0, -1)}%` },
  { name: 'an underscore at the end', unlike: (context) => `${context.slice(0, -1)}_` },
  { name: 'an asterisk at the end', unlike: (context) => `${context.slice(0, -1)}*` },
  { name: 'a text with a quote', unlike: (context) => `${context}' or 'x` },
  { name: 'a text with an ampersand and a percent sign', unlike: (context) => `${context}&$top=1 %27 +` },
  { name: 'an empty text', unlike: () => '' },
];

const inputs = markProperties.flatMap((property) => texts.map((text) => ({ property, ...text })));

/** The control of each filter has the text of one action and finds it. */
export default scenario('LIST-4', {
  each: inputs,
  named: ({ property, name }) => `${property}: ${name}`,
  given: (world, { property }) =>
    world.shared.once(property, async (world) => {
      const own = await createOwnActions(world, 1);
      await untilListed(own, world);
      const control = await world.list({ query: filterOn(property, own.text) });
      if ((control.status >= 400 && control.status < 500) || control.status === 501)
        throw new NotObserved(`the target rejects a filter on ${property}`, control.exchange);
      return own;
    }),
  when: (world, { text }, { property, unlike }) => world.pages({ query: filterOn(property, unlike(text)) }),
  then: (pages, { text }, { property, unlike }) => {
    for (const page of pages) {
      expectSuccess(page);
      if (unlike(text) !== '') {
        expectEqual(member(page.body, 'value'), [], '/value', page.exchange);
        continue;
      }
      // An element that does not show the property says nothing about it.
      const other = elementsOf([page]).find((element) => property in element && element[property] !== '');
      expectThat(other === undefined, {
        message: `a filter on an empty ${property} shows an action with another one`,
        expected: `only actions whose ${property} is empty`,
        received: other,
        at: '/value',
        exchange: page.exchange,
      });
    }
  },
});

function filterOn(property: string, text: string): { readonly $filter: string } {
  return { $filter: `${property} eq ${filterLiteral(text)}` };
}
