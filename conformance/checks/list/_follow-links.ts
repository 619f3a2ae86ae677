import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { World } from '../../engine/world/world.js';
import { nextLinkOf } from './_own-actions.js';

/** Pages read one after the other, and why no further one was read. */
export interface Walk {
  readonly pages: readonly Reply[];
  /** `last`: the last page has no link. `again`: it has one that was followed before. `endless`: there were more pages than there can be. */
  readonly end: 'last' | 'again' | 'endless';
}

/** Follows the links from the first page, at most to as many pages as given, and does `between` before each further page. */
export async function walk(
  world: World,
  send: Send,
  most: number,
  between?: (page: number) => Promise<unknown>,
): Promise<Walk> {
  const pages = [await world.list(send)];
  const followed = new Set<string>();
  for (let link = nextLinkOf(pages.at(-1)); link !== undefined; link = nextLinkOf(pages.at(-1))) {
    if (followed.has(link)) return { pages, end: 'again' };
    if (pages.length >= most) return { pages, end: 'endless' };
    followed.add(link);
    await between?.(pages.length);
    pages.push(await world.follow(link, send));
  }
  return { pages, end: 'last' };
}
