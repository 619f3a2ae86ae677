import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import type { FeatureId } from '../../engine/requirement.js';
import { elementsOf } from '../../engine/world/world.js';
import { expectEachOnce, expectLatestFirst, requireDates } from './_order.js';
import { createOwnActions, idsOf, idsOnPage, type OwnActions, waitUntilListed } from './_own-actions.js';
import { createSpacedActions } from './_spaced-actions.js';

/** An option of the first request, and how to judge that the later pages keep it. `whole` is the same list without small pages. */
interface KeptOption {
  readonly needs: FeatureId;
  readonly option: Readonly<Record<string, string>>;
  readonly expectKept: (pages: readonly Reply[], own: OwnActions, whole: readonly Reply[]) => void;
}

const selected = ['id', 'clientContext'];

const inputs: readonly KeptOption[] = [
  { needs: 'top', option: { $top: '3' }, expectKept: expectTop },
  { needs: 'select', option: { $select: selected.join(',') }, expectKept: expectSelection },
  { needs: 'orderby', option: { $orderby: 'createdDateTime desc' }, expectKept: expectOrder },
  { needs: 'filter', option: {}, expectKept: expectFilter },
];

export default scenario('LIST-8', {
  each: ({ profile }) => inputs.filter(({ needs }) => profile.features[needs].offered),
  named: ({ needs }) => needs,
  given: async (world, { needs }) => {
    const own = await (needs === 'orderby' ? createSpacedActions(world) : createOwnActions(world, 5));
    await waitUntilListed(own, world);
    return own;
  },
  when: async (world, { query, pageHeaders }, { needs, option }) => {
    const options = { ...query, ...option };
    const pages = await world.pages({ query: options, headers: pageHeaders });
    if (pages.length < 2) throw new NotObserved('no page had a link to a further page');
    if (needs === 'orderby') requireDates(pages);
    return { pages, whole: await world.pages({ query: options }) };
  },
  then: ({ pages, whole }, own, { expectKept }) => {
    pages.forEach(expectRead);
    expectKept(pages, own, whole);
  },
});

function expectFilter(pages: readonly Reply[], { property, text }: OwnActions): void {
  const others = idsOf(elementsOf(pages).filter((one) => one[property] !== text));
  expectThat(others.length === 0, {
    message: 'the pages show elements that do not match the filter',
    expected: 'only elements that match the filter',
    received: `other elements with the ids ${others.join(', ')}`,
    at: '/value',
  });
}

/** `$top` limits the page or the whole list (decision 0024). Either way, smaller pages do not change the result. */
function expectTop(pages: readonly Reply[], { isolated }: OwnActions, whole: readonly Reply[]): void {
  for (const page of pages) {
    const { length } = idsOnPage(page);
    expectThat(length <= 3, {
      message: 'a page has more elements than $top',
      expected: 'at most 3 elements on a page',
      received: `${length} elements`,
      at: '/value',
      exchange: page.exchange,
    });
  }
  if (!isolated) return;
  const [ids, expected] = [pages, whole].map((all) => idsOf(elementsOf(all)));
  expectThat(isDeepStrictEqual(ids, expected), {
    message: 'small pages show other elements than large pages',
    expected: `elements with the ids ${expected?.join(', ')}`,
    received: `elements with the ids ${ids?.join(', ')}`,
    at: '/value',
    exchange: pages.at(-1)?.exchange,
  });
}

/** If others change the list, an action may move to a later page in between. Each page is then judged separately. */
function expectOrder(pages: readonly Reply[], { isolated, ids }: OwnActions): void {
  if (!isolated) {
    for (const page of pages) expectLatestFirst([page]);
    return;
  }
  expectLatestFirst(pages);
  // Unsorted later pages may look sorted if many actions have the same createdDateTime, but they repeat actions.
  expectEachOnce(pages, ids);
}

function expectSelection(pages: readonly Reply[]): void {
  for (const page of pages) {
    const shown = new Set(elementsOf([page]).flatMap((element) => Object.keys(element)));
    const others = [...shown].filter(
      (name) => !selected.includes(name) && declaredProperties('securityAction').has(name),
    );
    expectThat(others.length === 0, {
      message: 'a page shows properties that were not selected',
      expected: `only ${selected.join(' and ')}`,
      received: `also ${others.join(', ')}`,
      at: '/value',
      exchange: page.exchange,
    });
  }
}
