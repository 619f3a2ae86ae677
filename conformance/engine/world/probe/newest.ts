import { isSuccess, type Reply } from '../../evidence/reply.js';
import { elementsOf, nextLinkOf, type Walk, walkPages } from '../pages.js';
import type { Newest } from '../profile.js';
import { idOf, type World } from '../world.js';

/** A list with fewer actions is read to its end each time. */
const long = 200;

/** Whether the list is long, and where it shows new actions. */
export interface ListLength {
  readonly isLong: boolean;
  readonly newest?: Newest | undefined;
}

/**
 * Finds where a long list shows new actions, so that a run need not read again and again what was there before it. `begun` is the id of
 * the first action of the run. Only a place where a further action was seen to appear counts.
 */
export async function findNewest(world: World, begun: string, hasSkip: boolean): Promise<ListLength> {
  const first = await world.list();
  if (nextLinkOf(first) === undefined) return { isLong: false };
  const follow = (link: string) => world.follow(link);
  const begin = await walkPages(first, follow, { isEnough: (pages) => elementsOf(pages).length >= long });
  if (elementsOf(begin.pages).length < long) return { isLong: false };
  return { isLong: true, newest: await newestAfter(world, begin, begun, hasSkip) };
}

/** Where new actions appear; `begin` is the beginning of the list. */
async function newestAfter(world: World, begin: Walk, begun: string, hasSkip: boolean): Promise<Newest | undefined> {
  const [last] = begin.pages.slice(-1);
  if (!last) return undefined;
  const follow = (link: string) => world.follow(link);
  const shown = await created(world);
  const [top] = elementsOf([await world.list()]);
  if (shown !== undefined && top?.id === shown) return { at: 'top' };
  const rest = await walkPages(last, follow);
  const pages = [...begin.pages.slice(0, -1), ...rest.pages];
  if (rest.end !== 'last' || !pages.every(isSuccess)) return undefined;
  for (const from of beginnings(pages, begun, hasSkip)) {
    const later = await created(world);
    const tail = elementsOf((await walkPages(await pageAt(world, from), follow)).pages);
    if (later !== undefined && tail.at(-1)?.id === later && tail.some(({ id }) => id === begun))
      return { at: 'end', from };
  }
  return undefined;
}

/** The first page of what a list shows at its end. */
export function pageAt(world: Pick<World, 'list' | 'follow'>, from: Extract<Newest, { at: 'end' }>['from'], send = {}) {
  return typeof from === 'string' ? world.follow(from, send) : world.list({ ...send, query: from });
}

/** From where the list could be read to see what it shows from this action on. */
function beginnings(pages: readonly Reply[], id: string, hasSkip: boolean): Extract<Newest, { at: 'end' }>['from'][] {
  const index = elementsOf(pages).findIndex((one) => one.id === id);
  const page = pages.findIndex((one) => elementsOf([one]).some((element) => element.id === id));
  const link = nextLinkOf(pages[page - 1]);
  return [...(hasSkip && index > 0 ? [{ $skip: String(index) }] : []), ...(link === undefined ? [] : [link])];
}

async function created(world: World): Promise<string | undefined> {
  return idOf(await world.create(world.body()));
}
