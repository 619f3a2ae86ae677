import { unlessInconclusive } from '../../errors.js';
import { textId } from '../../evidence/lenient.js';
import { isSuccess, member, type ObservedObject, type Reply } from '../../evidence/reply.js';
import { nextLinkOf } from '../pages.js';
import { elementsOf, type World } from '../world.js';
import type { Query } from './list-signs.js';

/** With fewer elements, `$top=1` that returns one element too many could not be told from no `$top`. */
export const enoughElements = 5;

/** What a query option of the list is compared with: the beginning of the same list without the option. */
export interface Page {
  readonly elements: readonly ObservedObject[];
  readonly ids: readonly string[];
  /** The number of elements on the first page. */
  readonly first: number;
  readonly hasLink: boolean;
  readonly hasCount: boolean;
}

const nothing: Page = { elements: [], ids: [], first: 0, hasLink: false, hasCount: false };

export function pageOf(reply: Reply): Page {
  return pageOfAll([reply]);
}

/** The beginning of a list. Links are followed only while it has too few elements, as on a target with very small pages. */
export async function readPage(
  world: World,
  query: Query = {},
): Promise<{ readonly reply: Reply; readonly page: Page }> {
  const reply = await world.list({ query });
  const pages = [reply];
  for (let last: Reply | undefined = reply; last && pages.length < enoughElements; ) {
    const link = nextLinkOf(last);
    if (!isSuccess(last) || link === undefined || elementsOf(pages).length >= enoughElements) break;
    // What is wrong with a link is the business of the cases.
    last = await unlessInconclusive(world.follow(link, { query }));
    if (last && isSuccess(last)) pages.push(last);
  }
  return { reply, page: pageOfAll(pages) };
}

function pageOfAll(pages: readonly Reply[]): Page {
  const [first] = pages;
  if (!first || !isSuccess(first)) return nothing;
  const elements = elementsOf(pages);
  return {
    elements,
    ids: elements.flatMap((element) => textId(element) ?? []),
    first: elementsOf([first]).length,
    hasLink: nextLinkOf(pages.at(-1)) !== undefined,
    hasCount: member(first.body, '@odata.count') !== undefined,
  };
}

/** True if the lists have ids in common, and these are in the same order. */
export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const shown = common(one, other);
  const inOther = common(other, one);
  return shown.length > 0 && shown.every((id, index) => inOther[index] === id);
}

/** The ids of one list that the other one has, too. */
export function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const ids = new Set(other);
  return one.filter((id) => ids.has(id));
}
