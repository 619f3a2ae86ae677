import { Inconclusive } from '../../engine/errors.js';
import type { ObservedObject, Reply } from '../../engine/evidence/reply.js';
import { member } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { type Action, elementsOf, type World } from '../../engine/world/world.js';
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
  /** Header fields that request small pages, or larger pages if the list also holds actions of others. */
  readonly pageHeaders: { readonly prefer: string };
  /** True if the list holds only these actions. */
  readonly isolated: boolean;
  /** Creates one more action that appears in the same list. */
  readonly addAnother: () => Promise<Action>;
}

/** Creates actions for a case. `parts` replaces members of each body; `size` is the number of elements on a small page. */
export async function createOwnActions(
  world: World,
  count: number,
  parts: (index: number) => WritableBody = () => ({}),
  size = 2,
): Promise<OwnActions> {
  const batch = new Batch(world);
  for (let index = 0; index < count; index++) await batch.add(parts(index));
  return ownActionsOf(world, batch, size);
}

/** How to find the actions of a batch in the list. `size` is the number of elements on a small page. */
export function ownActionsOf(world: World, batch: Batch, size = 2): OwnActions {
  const { property, text } = batch;
  const actions = [...batch.actions];
  const isolated = world.profile.features.filter.offered;
  const query: Record<string, string> = isolated ? { $filter: `${property} eq ${filterLiteral(text)}` } : {};
  const pageHeaders = { prefer: `odata.maxpagesize=${isolated ? size : 20}` };
  const ids = actions.map(({ id }) => id);
  return { actions, ids, property, text, query, isolated, pageHeaders, addAnother: () => batch.add() };
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
export async function waitUntilListed(
  { query, ids, property, text }: OwnActions,
  world: World,
): Promise<readonly ObservedObject[]> {
  const elements = await world.eventually(
    () => world.elements({ query }),
    (shown) => containsAll(shown, ids),
  );
  if (!containsAll(elements, ids))
    throw new Inconclusive('the list does not show the actions that were created for this case');
  if (elements.some((element) => element[property] === text && !ids.some((id) => id === element.id)))
    throw new Inconclusive(
      'the list shows actions with the text of this case whose ids no response to a create contained',
    );
  return elements;
}

/** What was read while the list did not change, and the ids in the list before and after. */
export interface StableRead<T> {
  readonly before: readonly unknown[];
  readonly seen: T;
  readonly after: readonly unknown[];
}

/**
 * Reads something between two reads of the whole list. Repeats until both show the same actions.
 *
 * @throws Inconclusive if others change the list every time.
 */
export async function readWhileStable<T>(
  world: World,
  own: OwnActions,
  read: (ids: readonly unknown[]) => Promise<T>,
): Promise<StableRead<T>> {
  await waitUntilListed(own, world);
  const ids = async () => idsOf(await world.elements({ query: own.query }));
  const stable = await world.eventually(
    async () => {
      const before = await ids();
      return { before, seen: await read(before), after: await ids() };
    },
    ({ before, after }) => haveSameIds(before, after),
  );
  if (!haveSameIds(stable.before, stable.after))
    throw new Inconclusive('others changed the list during every attempt, so its order cannot be judged');
  return stable;
}

function haveSameIds(one: readonly unknown[], other: readonly unknown[]): boolean {
  const set = new Set(one);
  return one.length === other.length && other.every((id) => set.has(id));
}

/** The link to the next page; `undefined` on the last page. */
export function nextLinkOf(page: Reply | undefined): string | undefined {
  const link = member(page?.body, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}
