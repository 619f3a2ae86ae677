import { Disturbed, Inconclusive, notAccepted } from '../../engine/errors.js';
import type { ObservedObject, Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { untilShown } from '../../engine/world/in-time.js';
import type { Newest } from '../../engine/world/profile.js';
import { type Action, elementsOf, type World } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { Batch } from './_batch.js';

/** The actions of one case, and how to find them in a list that others change at the same time. */
export interface OwnActions {
  /** In order of creation. */
  readonly actions: readonly Action[];
  readonly ids: readonly string[];
  /** The text that the actions share. */
  readonly text: string;
  /** The property that holds the text. */
  readonly property: Batch['property'];
  /** Query options that limit the list to these actions if the target supports `$filter`; otherwise none. */
  readonly query: Readonly<Record<string, string>>;
  /** How many actions of others a long list shows before these, if it can be read without them (`$skip`); otherwise 0. */
  readonly skipped: number;
  /** Requests the list in small pages, or in larger pages if it also holds actions of others. */
  readonly inPages: {
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** True if the list holds only these actions. */
  readonly isolated: boolean;
  /** Creates one more action that appears in the same list. */
  readonly addAnother: () => Promise<Action>;
}

/** Creates actions for a case. `parts` replaces members of each body. */
export async function createOwnActions(
  world: World,
  count: number,
  parts: (index: number) => WritableBody = () => ({}),
): Promise<OwnActions> {
  const batch = new Batch(world);
  for (let index = 0; index < count; index++) await batch.add(parts(index));
  return ownActionsOf(world, batch);
}

/** How to find the actions of a batch in the list. `size` is the number of elements on a small page. */
export function ownActionsOf(world: World, batch: Batch, size = 2): OwnActions {
  const { property, text } = batch;
  const actions = [...batch.actions];
  const query = queryFor(world, property, text);
  const isolated = query.$filter !== undefined;
  // The pages of a long list are many enough.
  const isLong = world.profile.isLong === true && !isolated;
  const most = isolated ? size : 20;
  const inPages = {
    query: !isLong && world.profile.pageSize === 'top' ? { ...query, $top: String(most) } : query,
    headers: isLong || world.profile.pageSize === 'top' ? {} : { prefer: `odata.maxpagesize=${most}` },
  };
  const ids = actions.map(({ id }) => id);
  const skipped = isolated ? 0 : skippedIn(world.profile.newest);
  return { actions, ids, property, text, query, isolated, skipped, inPages, addAnother: () => batch.add() };
}

/** Query options that limit the list to the actions with this text if the target supports such a filter; otherwise none. */
export function queryFor(world: World, property: Batch['property'], text: string): Readonly<Record<string, string>> {
  const offered = world.profile.features.filter.properties?.includes(property) ?? false;
  return offered ? { $filter: `${property} eq ${filterLiteral(text)}` } : {};
}

/** How many actions a long list shows before those of the run, if `$skip` omits them; otherwise 0. */
export function skippedIn(newest: Newest | undefined): number {
  return newest?.at === 'end' && typeof newest.from === 'object' ? Number(newest.from.$skip) : 0;
}

/** Query options for the list without what is skipped. */
export function skipping({ query, skipped }: Pick<OwnActions, 'query' | 'skipped'>): Readonly<Record<string, string>> {
  return skipped === 0 ? query : { ...query, $skip: String(skipped) };
}

/** A text as a string literal in `$filter`. */
export function filterLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The ids of elements, with `undefined` for an element without an id. */
export function idsOf(elements: readonly ObservedObject[]): readonly unknown[] {
  return elements.map(({ id }) => id);
}

/** The ids on one page. */
export function idsOnPage(page: Reply): readonly unknown[] {
  return idsOf(elementsOf([page]));
}

/** True if the elements include all of these ids. */
export function containsAll(elements: readonly ObservedObject[], ids: readonly string[]): boolean {
  const shown = new Set(idsOf(elements));
  return ids.every((id) => shown.has(id));
}

/**
 * Waits until the list shows these actions, and returns all elements that it shows then.
 *
 * @throws Inconclusive if the list never shows them, or shows more actions with their text. The latter were created by
 * requests whose responses reported something else, so the list is not at fault.
 */
export async function waitUntilListed(own: OwnActions, world: World): Promise<readonly ObservedObject[]> {
  const { ids, property, text } = own;
  const elements = await untilListed(own, world);
  if (elements.some((element) => element[property] === text && !ids.some((id) => id === element.id)))
    throw new Inconclusive(
      'the list shows actions with the text of this case whose ids no response to a create contained',
    );
  return elements;
}

/**
 * Waits until the list shows these actions, because it may be behind (CREATE-10), and returns all elements that it shows then. There may be more actions with their text: only
 * a SHOULD says that a create without a success leaves none (HTTP-8).
 *
 * @throws Inconclusive if the list never shows them.
 */
export async function untilListed({ query, ids }: OwnActions, world: World): Promise<readonly ObservedObject[]> {
  const pages = await untilShown(
    world,
    'the list showed new actions',
    () => world.recentPages({ query }, ids),
    (shown) => containsAll(elementsOf(shown), ids),
  );
  const elements = elementsOf(pages);
  if (containsAll(elements, ids)) return elements;
  const last = pages.at(-1);
  if (last && last.status >= 400)
    throw notAccepted(`the list of the actions of this case responded with ${last.status}`, last.status, last.exchange);
  throw new Inconclusive('the list does not show the actions that were created for this case', last?.exchange);
}

/**
 * Waits until the list has shown each of these actions at least once, although perhaps never all of them together. Returns whether it
 * has.
 */
export async function eachWasListed({ query, ids }: OwnActions, world: World): Promise<boolean> {
  const shown = new Set<unknown>();
  const read = async () => {
    for (const id of idsOf(elementsOf(await world.recentPages({ query }, ids)))) shown.add(id);
    return ids.every((id) => shown.has(id));
  };
  return untilShown(world, 'the list showed new actions', read, (all) => all);
}

/** What was read while the list did not change, and the ids in the list before and after. */
export interface StableRead<T> {
  readonly before: readonly unknown[];
  readonly seen: T;
  readonly after: readonly unknown[];
}

/** How often a list is read to find out whether it changes. */
const attempts = 3;

/**
 * Reads something between two reads of the list, without what is skipped. Repeats until both show the same actions.
 *
 * @throws Disturbed if the list changes every time; Inconclusive if it does even though no other case of the run is played.
 */
export async function readWhileStable<T>(
  world: World,
  own: OwnActions,
  read: (ids: readonly unknown[]) => Promise<T>,
): Promise<StableRead<T>> {
  await waitUntilListed(own, world);
  let others = false;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await wholeList(world, own);
    const seen = await read(idsOf(before));
    const after = await wholeList(world, own);
    if (haveSameIds(idsOf(before), idsOf(after))) return { before: idsOf(before), seen, after: idsOf(after) };
    others ||= hasNewer(after, before);
  }
  if (!own.isolated && !world.alone) throw new Disturbed('the list changed during every attempt');
  throw new Inconclusive(
    others
      ? 'other clients wrote to the list during every attempt, so its order cannot be judged'
      : 'two reads of the list in a row show different actions although none was created, so its order cannot be judged',
  );
}

async function wholeList(world: World, own: OwnActions): Promise<readonly ObservedObject[]> {
  const { pages, end } = await world.walk({ query: skipping(own) });
  if (end !== 'last') throw new Inconclusive('the list was not read to its end, so its order cannot be judged');
  return elementsOf(pages);
}

/**
 * Reads the pages of a list, several times if others may change it, until `isRight` is false for pages that nobody changed meanwhile.
 *
 * @throws Disturbed if pages are not right while other cases of the run write; Inconclusive if other clients write every time.
 */
export async function readPagesAlone(
  world: World,
  own: OwnActions,
  read: () => Promise<readonly Reply[]>,
  isRight: (pages: readonly Reply[]) => boolean,
): Promise<readonly Reply[]> {
  let pages = await read();
  // An order with ties may be right once by chance.
  if (isRight(pages) && own.isolated) pages = await read();
  if (isRight(pages) && (own.isolated || !world.alone)) return pages;
  if (!own.isolated && !world.alone) throw new Disturbed('the list changed while its pages were read');
  // Until then the list may still change because of what was created before (CREATE-10).
  await world.clock.sleep(world.settings.settleMs);
  const recent = async () => elementsOf(await world.recentPages({ query: own.query }));
  let undisturbed: readonly Reply[] | undefined;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await recent();
    pages = await read();
    if (hasNewer(await recent(), before)) continue;
    undisturbed = pages;
    if (!isRight(pages)) return pages;
  }
  if (undisturbed === undefined)
    throw new Inconclusive('other clients wrote to the list during every attempt, so its pages cannot be judged');
  return undisturbed;
}

/** Whether a list shows an action that was created after every action of an earlier read. */
function hasNewer(elements: readonly ObservedObject[], before: readonly ObservedObject[]): boolean {
  const times = before.flatMap(({ createdDateTime }) => instant(createdDateTime) ?? []);
  const latest = times.reduce((one, other) => (one > other ? one : other), 0n);
  return elements.some(({ createdDateTime }) => (instant(createdDateTime) ?? 0n) > latest);
}

function haveSameIds(one: readonly unknown[], other: readonly unknown[]): boolean {
  const set = new Set(one);
  return one.length === other.length && other.every((id) => set.has(id));
}

export { nextLinkOf, repeatedIds } from '../../engine/world/pages.js';
