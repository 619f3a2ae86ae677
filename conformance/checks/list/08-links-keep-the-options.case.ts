import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectEqual, expectRead, expectThat } from '../../engine/judge/expect.js';
import type { FeatureId } from '../../engine/requirement.js';
import { elementsOf } from '../../engine/world/world.js';
import { expectLatestFirst, needDates } from './_order.js';
import { idsOf, idsOn, listed, type Own, ownActions } from './_own-actions.js';
import { spacedActions } from './_spaced-actions.js';

/** An option of the first request, and what the pages show when it is kept. `whole` is the same list asked for without small pages. */
interface Kept {
  readonly needs: FeatureId;
  readonly option: Readonly<Record<string, string>>;
  readonly kept: (pages: readonly Reply[], mine: Own, whole: readonly Reply[]) => void;
}

const selected = ['id', 'clientContext'];

const inputs: readonly Kept[] = [
  { needs: 'top', option: { $top: '3' }, kept: expectTop },
  { needs: 'select', option: { $select: selected.join(',') }, kept: expectSelection },
  { needs: 'orderby', option: { $orderby: 'createdDateTime desc' }, kept: expectOrder },
  {
    needs: 'filter',
    option: {},
    kept: (pages, { by, text }) =>
      expectEqual(idsOf(elementsOf(pages).filter((one) => one[by] !== text)), [], 'elements that do not match'),
  },
];

export default scenario('LIST-8', {
  each: ({ profile }) => inputs.filter(({ needs }) => profile.features[needs].offered),
  named: ({ needs }) => needs,
  given: async (world, { needs }) => {
    const mine = await (needs === 'orderby' ? spacedActions(world) : ownActions(world, 5));
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query, paged }, { needs, option }) => {
    const asked = { ...query, ...option };
    const pages = await world.pages({ query: asked, headers: paged });
    if (pages.length < 2) throw new NotObserved('no page led on to a further one');
    if (needs === 'orderby') needDates(pages);
    return { pages, whole: await world.pages({ query: asked }) };
  },
  then: ({ pages, whole }, mine, { kept }) => {
    pages.forEach(expectRead);
    kept(pages, mine, whole);
  },
});

/** `$top` is the size of a page or the end of the list (reading 0024): whichever it is, smaller pages do not change it. */
function expectTop(pages: readonly Reply[], { alone }: Own, whole: readonly Reply[]): void {
  for (const page of pages) {
    const { length } = idsOn(page);
    expectThat(length <= 3, {
      expected: 'at most three elements on a page',
      received: `${length} elements`,
      at: '/value',
      exchange: page.exchange,
    });
  }
  if (alone)
    expectEqual(idsOf(elementsOf(pages)), idsOf(elementsOf(whole)), 'the ids on all pages', pages.at(-1)?.exchange);
}

/** Where others write to the list, an action may lawfully move to a later page meanwhile: then each page has its own order. */
function expectOrder(pages: readonly Reply[], { alone }: Own): void {
  if (alone) expectLatestFirst(pages);
  else for (const page of pages) expectLatestFirst([page]);
}

function expectSelection(pages: readonly Reply[]): void {
  for (const page of pages) {
    const shown = new Set(elementsOf([page]).flatMap((element) => Object.keys(element)));
    const others = [...shown].filter(
      (name) => !selected.includes(name) && declaredProperties('securityAction').has(name),
    );
    expectEqual(others, [], 'the properties that were not selected', page.exchange);
  }
}
