import { isDeepStrictEqual } from 'node:util';
import { count as counted } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import type { FeatureId } from '../../engine/requirement.js';
import { walkPages } from '../../engine/world/pages.js';
import { elementsOf, type World } from '../../engine/world/world.js';
import { followLinks } from './_follow-links.js';
import { expectEachOnce, expectLatestFirst, requireDates } from './_order.js';
import { createOwnActions, idsOf, idsOnPage, type OwnActions, waitUntilListed } from './_own-actions.js';
import { createSpacedActions } from './_spaced-actions.js';

/** An option of the first request, and how to judge that the later pages keep it. `whole` is the same list without small pages. */
interface KeptOption {
  readonly name: FeatureId | 'page size';
  readonly option: Readonly<Record<string, string>>;
  readonly expectKept: (pages: readonly Reply[], own: OwnActions, whole: readonly Reply[]) => void;
}

const selected = ['id', 'clientContext'];
const top = 3;
/** So many that the pages after the first one have more than `$top` elements when they do not keep it. */
const count = 2 * top + 1;

const inputs: readonly KeptOption[] = [
  { name: 'page size', option: {}, expectKept: expectPageSize },
  { name: 'top', option: { $top: String(top) }, expectKept: expectTop },
  { name: 'select', option: { $select: selected.join(',') }, expectKept: expectSelection },
  { name: 'orderby', option: { $orderby: 'createdDateTime desc' }, expectKept: expectOrder },
  { name: 'filter', option: {}, expectKept: expectFilter },
];

export default scenario('LIST-8', {
  each: ({ profile }) => inputs.filter(({ name }) => name === 'page size' || profile.features[name].offered),
  named: ({ name }) => name,
  given: (world, { name }) =>
    world.shared.once(name === 'orderby' ? 'spaced actions' : 'actions', async (world) => {
      const own = await (name === 'orderby' ? createSpacedActions(world) : createOwnActions(world, count));
      await waitUntilListed(own, world);
      return own;
    }),
  when: async (world, { query, inPages, isolated }, { name, option }) => {
    if (name === 'filter' && !isolated) throw new NotObserved('the target does not filter by the text of this case');
    if (name === 'page size') return { pages: await readSmallPages(world, query), whole: [] };
    // Among actions of others each page is judged separately, so the first ones show what the links keep.
    const send = { ...inPages, query: { ...inPages.query, ...option } };
    const pages = isolated ? await world.pages(send) : (await followLinks(world, send, 20)).pages;
    if (pages.length < 2) throw new NotObserved('no page had a link to a further page');
    if (name === 'orderby') requireDates(pages);
    return { pages, whole: isolated ? await world.pages({ query: { ...query, ...option } }) : [] };
  },
  then: ({ pages, whole }, own, { expectKept }) => {
    pages.forEach(expectSuccess);
    expectKept(pages, own, whole);
  },
});

const preferredSize = 2;

/** The first pages of a list. Only the request for the first one names the preferred page size: its link has to keep it. */
async function readSmallPages(world: World, query: OwnActions['query']): Promise<readonly Reply[]> {
  const first = await world.list({ query, headers: { prefer: `odata.maxpagesize=${preferredSize}` } });
  const { pages } = await walkPages(first, (link) => world.follow(link, { query }), { most: 4 });
  if (idsOnPage(first).length > preferredSize)
    throw new NotObserved('the target does not apply the preferred page size');
  if (pages.length < 2) throw new NotObserved('no page had a link to a further page');
  return pages;
}

/** Fails for a page with more elements than this. */
function expectAtMost(most: number, pages: readonly Reply[], message: string): void {
  for (const page of pages) {
    const { length } = idsOnPage(page);
    expectThat(length <= most, {
      message,
      expected: `at most ${counted(most, 'element')} on a page`,
      received: counted(length, 'element'),
      at: '/value',
      exchange: page.exchange,
    });
  }
}

function expectPageSize(pages: readonly Reply[]): void {
  const message = 'a later page has more elements than the preferred page size, which the first page applied';
  expectAtMost(preferredSize, pages, message);
}

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
  expectAtMost(top, pages, 'a page has more elements than $top');
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
