import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { World } from '../../engine/world/world.js';
import { nextLinkOf } from './_own-actions.js';

/** Pages read one after another, and why no further page was read. */
export interface FollowedLinks {
  readonly pages: readonly Reply[];
  /** `last`: the last page has no link. `repeated`: its link was followed before. `endless`: the limit of pages was reached. */
  readonly end: 'last' | 'repeated' | 'endless';
}

/** Reads the first page and follows the links, up to `most` pages. Calls `between` before each further page. */
export async function followLinks(
  world: World,
  send: Send,
  most: number,
  between?: (page: number) => Promise<unknown>,
): Promise<FollowedLinks> {
  const pages = [await world.list(send)];
  const followed = new Set<string>();
  for (let link = nextLinkOf(pages.at(-1)); link !== undefined; link = nextLinkOf(pages.at(-1))) {
    if (followed.has(link)) return { pages, end: 'repeated' };
    if (pages.length >= most) return { pages, end: 'endless' };
    followed.add(link);
    await between?.(pages.length);
    pages.push(await world.follow(link, send));
  }
  return { pages, end: 'last' };
}
