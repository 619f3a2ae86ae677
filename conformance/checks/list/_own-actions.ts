import { Inconclusive } from '../../engine/errors.js';
import type { ObservedObject, Reply } from '../../engine/evidence/reply.js';
import { member } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { type Action, elementsOf, type World } from '../../engine/world/world.js';
import { Batch } from './_batch.js';

/** Actions of one case, and how they are found in a list to which others write at the same time. */
export interface Own {
  /** In the order of their creation. */
  readonly actions: readonly Action[];
  readonly ids: readonly string[];
  /** The text that they have in common, and where. */
  readonly text: string;
  readonly by: Batch['by'];
  /** Query options that leave only these actions in the list, where the target offers `$filter`; else none. */
  readonly query: Readonly<Record<string, string>>;
  /** Asks for small pages; larger ones where nothing keeps the actions of others out of the list. */
  readonly paged: { readonly prefer: string };
  /** True when nobody else's actions are in the list. */
  readonly alone: boolean;
  /** Makes one more, which comes into the same list. */
  readonly another: () => Promise<Action>;
}

/** Makes actions and what finds them in the list. */
export async function ownActions(
  world: World,
  count: number,
  parts: (index: number) => WritableBody = () => ({}),
  size = 2,
): Promise<Own> {
  const batch = new Batch(world);
  for (let index = 0; index < count; index++) await batch.add(parts(index));
  return own(world, batch, size);
}

/** What finds the actions of a batch in the list; `size` is that of a small page. */
export function own(world: World, batch: Batch, size = 2): Own {
  const { by, text } = batch;
  const actions = [...batch.actions];
  const alone = world.profile.features.filter.offered;
  const query: Record<string, string> = alone ? { $filter: `${by} eq ${quoted(text)}` } : {};
  const paged = { prefer: `odata.maxpagesize=${alone ? size : 20}` };
  return { actions, ids: actions.map(({ id }) => id), by, text, query, alone, paged, another: () => batch.add() };
}

/** A text as a literal of a filter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The ids of elements; an element without one has `undefined`. */
export function idsOf(elements: readonly ObservedObject[]): readonly unknown[] {
  return elements.map(({ id }) => id);
}

/** The ids on one page. */
export function idsOn(page: Reply): readonly unknown[] {
  return idsOf(elementsOf([page]));
}

/** True when all of these are among the elements. */
export function holdsAll(elements: readonly ObservedObject[], ids: readonly string[]): boolean {
  const shown = new Set(idsOf(elements));
  return ids.every((id) => shown.has(id));
}

/**
 * Waits until the list shows these actions, and gives back all that it showed then; throws {@link Inconclusive} when it never does, or when
 * it shows more actions with the text of these: those were made by creates that were answered otherwise, and the list is not to blame.
 */
export async function listed({ query, ids, by, text }: Own, world: World): Promise<readonly ObservedObject[]> {
  const elements = await world.eventually(
    () => world.elements({ query }),
    (shown) => holdsAll(shown, ids),
  );
  if (!holdsAll(elements, ids))
    throw new Inconclusive('the list does not show the actions that were made for this case');
  if (elements.some((element) => element[by] === text && !ids.some((id) => id === element.id)))
    throw new Inconclusive('the list shows actions with the text of this case that no answer to a create has told of');
  return elements;
}

/** What was read while the list stood still, and the list itself, before and after. */
export interface Still<T> {
  readonly before: readonly unknown[];
  readonly seen: T;
  readonly after: readonly unknown[];
}

/** Reads something between two readings of the whole list, again until nobody wrote in between; throws {@link Inconclusive} when others always did. */
export async function whileStill<T>(
  world: World,
  mine: Own,
  read: (ids: readonly unknown[]) => Promise<T>,
): Promise<Still<T>> {
  await listed(mine, world);
  const ids = async () => idsOf(await world.elements({ query: mine.query }));
  const still = await world.eventually(
    async () => {
      const before = await ids();
      return { before, seen: await read(before), after: await ids() };
    },
    ({ before, after }) => sameMembers(before, after),
  );
  if (!sameMembers(still.before, still.after))
    throw new Inconclusive('others wrote to the list all the time, so nothing can be said about its order');
  return still;
}

function sameMembers(one: readonly unknown[], other: readonly unknown[]): boolean {
  const set = new Set(one);
  return one.length === other.length && other.every((id) => set.has(id));
}

/** The link to the next page, `undefined` on the last one. */
export function nextLinkOf(page: Reply | undefined): string | undefined {
  const link = member(page?.body, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}
