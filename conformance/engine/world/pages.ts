import { Inconclusive } from '../errors.js';
import { isObject, member, type ObservedObject, type Reply } from '../evidence/reply.js';

const maxPages = 2_000;

/** All pages of a list, in order. @throws Inconclusive when the list does not end. */
export async function readPages(first: Reply, follow: (link: string) => Promise<Reply>): Promise<readonly Reply[]> {
  const pages = [first];
  const followed = new Set<string>();
  for (let next = nextLink(first); next !== undefined; next = nextLink(pages.at(-1))) {
    if (followed.has(next)) throw new Inconclusive('the list does not end: a page links back', pages.at(-1)?.exchange);
    followed.add(next);
    if (pages.length >= maxPages)
      throw new Inconclusive(`the list does not end within ${maxPages} pages`, pages.at(-1)?.exchange);
    pages.push(await follow(next));
  }
  return pages;
}

/** The elements of pages, without values that are not objects. */
export function elementsOf(pages: readonly Reply[]): readonly ObservedObject[] {
  return pages.flatMap(({ body }) => {
    const value = member(body, 'value');
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
}

function nextLink(page: Reply | undefined): string | undefined {
  const link = member(page?.body, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}
