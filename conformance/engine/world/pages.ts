import { locatedId, textId } from '../evidence/lenient.js';
import { collectionPath } from '../evidence/paths.js';
import { isObject, member, type ObservedObject, type Reply } from '../evidence/reply.js';

/** More pages than this are not read; a list of that length is no defect. */
const maxPages = 2_000;
/** After this many pages in a row without a new id, the list has no end (decision 0056). */
const maxPagesWithoutNews = 25;

/** Why no further page was read. `repeated` and `stuck` are defects of the list. */
export type End =
  /** The last page has no link. */
  | 'last'
  /** A page links to itself or to an earlier one. */
  | 'repeated'
  /** Every page has a new link, but none shows an id that an earlier page does not show. */
  | 'stuck'
  /** The limit of pages was reached. */
  | 'limit'
  /** The pages show enough for the reader. */
  | 'enough';

/** The pages of a list, in order. */
export interface Walk {
  readonly pages: readonly Reply[];
  readonly end: End;
}

/** How far a walk goes. */
interface Reach {
  /** How many pages are read at most. */
  readonly most?: number;
  /** Called before each further page. */
  readonly between?: ((page: number) => Promise<unknown>) | undefined;
  /** True for pages after which no further one is needed. */
  readonly isEnough?: ((pages: readonly Reply[]) => boolean) | undefined;
}

/** Reads the first page and follows the links. */
export async function walkPages(
  first: Reply,
  follow: (link: string) => Promise<Reply>,
  { most = maxPages, between, isEnough }: Reach = {},
): Promise<Walk> {
  const pages = [first];
  const requested = new Set<string>([first.request.url]);
  const ids = idsIn(pages);
  let withoutNews = 0;
  for (let link = nextLinkOf(first); link !== undefined; link = nextLinkOf(pages.at(-1))) {
    if (isEnough?.(pages)) return { pages, end: 'enough' };
    if (requested.has(link)) return { pages, end: 'repeated' };
    if (withoutNews >= maxPagesWithoutNews) return { pages, end: 'stuck' };
    if (pages.length >= most) return { pages, end: 'limit' };
    requested.add(link);
    await between?.(pages.length);
    const page = await follow(link);
    pages.push(page);
    const known = ids.size;
    for (const { id } of elementsOf([page])) ids.add(id);
    withoutNews = ids.size > known ? 0 : withoutNews + 1;
  }
  return { pages, end: 'last' };
}

/** The walk without the pages that show nothing new because the list has no end. */
export function withoutRepeats({ pages, end }: Walk): Walk {
  return end === 'stuck' ? { pages: pages.slice(0, -maxPagesWithoutNews), end } : { pages, end };
}

/** What is wrong with a list that does not lead to its last page; `undefined` for one that does. */
export function endlessBecause(end: End): string | undefined {
  if (end === 'repeated') return 'a link that leads back to a page that was read before';
  if (end === 'stuck') return `a link on each of ${maxPagesWithoutNews} pages in a row that show no further action`;
  return undefined;
}

/** The elements of pages, without values that are not objects. */
export function elementsOf(pages: readonly Reply[]): readonly ObservedObject[] {
  return pages.flatMap(({ body }) => {
    const value = member(body, 'value');
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
}

/** The ids of the elements of pages. */
export function idsIn(pages: readonly Reply[]): Set<unknown> {
  return new Set(elementsOf(pages).map(({ id }) => id));
}

/** The ids that occur more than once, each once. */
export function repeatedIds(ids: readonly unknown[]): readonly unknown[] {
  const seen = new Set<unknown>();
  return [...new Set(ids.filter((id) => typeof id === 'string' && seen.size === seen.add(id).size))];
}

/** The id of the action that a reply shows, as it stands in a path: from its body, otherwise from the `Location` of a create. */
export function idOf({ status, headers, body }: Pick<Reply, 'status' | 'headers' | 'body'>): string | undefined {
  return textId(body) ?? (status < 300 ? locatedId(headers.get('location')) : undefined);
}

/** The link to the next page; `undefined` on the last page. */
export function nextLinkOf(page: Reply | undefined): string | undefined {
  const link = member(page?.body, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}

/** The link with the scheme of the target, if it differs from the target only in the scheme. */
export function withSchemeOf(target: string, link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const [from, to] = [new URL(link), new URL(target)];
  const isWeb = from.protocol === 'http:' || from.protocol === 'https:';
  if (!isWeb || from.protocol === to.protocol || from.hostname !== to.hostname) return undefined;
  const samePort = from.port === to.port || from.port === '' || to.port === '';
  return samePort ? link.replace(/^[^/]*\/\/[^/?#]*/, to.origin) : undefined;
}

/**
 * A link to another host, such as one behind a gateway, and a relative link as a request to the target. Only a SHOULD says that links
 * have the host of the target (LIST-26), and no request is sent to another one; LIST-5 judges a relative link. `undefined` for a link on
 * the origin of the target, and for one that does not lead to the list or may be read in several ways.
 */
export function onTarget(target: string, link: string): string | undefined {
  if (/^\/(?!\/)/.test(link)) return new URL(link, target).href;
  if (link.startsWith('?')) return `${target.replace(/\/$/, '')}${collectionPath}${link}`;
  if (!URL.canParse(link) || new URL(link).origin === new URL(target).origin) return undefined;
  const { pathname, search } = new URL(link);
  const path = /\/security\/securityActions$/i.exec(pathname)?.[0];
  return path === undefined ? undefined : `${target.replace(/\/$/, '')}${path}${search}`;
}
