import type { Send } from '../../engine/http/api.js';
import { type Walk, walkPages } from '../../engine/world/pages.js';
import type { World } from '../../engine/world/world.js';

/** Reads the first page and follows the links, up to `most` pages. Calls `between` before each further page. */
export async function followLinks(
  world: World,
  send: Send,
  most: number,
  between?: (page: number) => Promise<unknown>,
): Promise<Walk> {
  return walkPages(await world.list(send), (link) => world.follow(link, send), { most, between });
}
