import { unlessInconclusive } from '../../errors.js';
import { isSuccess, member } from '../../evidence/reply.js';
import { elementsOf, type World } from '../../world/world.js';
import type { Audited, Failure } from './audit-failure.js';

/**
 * The ids of the elements of the list; `undefined` if it cannot be read to its end. A long list that shows all of these actions since the
 * run began is not read further.
 */
export async function listedIds(
  world: World,
  actions: readonly { readonly id: string }[],
): Promise<ReadonlySet<unknown> | undefined> {
  const pages = world.profile.newest && (await unlessInconclusive(world.recentPages()));
  const recent = new Set(elementsOf(pages ?? []).map(({ id }) => id));
  if (recent.size > 0 && actions.every(({ id }) => recent.has(id))) return recent;
  const walk = await unlessInconclusive(world.walk());
  const isWhole = walk?.pages.every(
    ({ status, body, exchange }) =>
      isSuccess({ status }) && Array.isArray(member(body, 'value')) && exchange.response?.cutAt === undefined,
  );
  const ids = new Set(walk?.end === 'last' && isWhole ? elementsOf(walk.pages).map(({ id }) => id) : []);
  return ids.size === 0 ? undefined : ids;
}

/** The actions that a get shows and two complete reads of the list do not; `settled` is awaited between the two. */
export async function missingInList(
  world: World,
  actions: readonly Audited[],
  settled: (missing: readonly Audited[]) => Promise<void>,
): Promise<readonly Failure[]> {
  let missing = actions.filter(({ known, reply }) => member(reply.body, 'id') === known.id);
  for (let read = 1; read <= 2 && missing.length > 0; read++) {
    const ids = await listedIds(
      world,
      missing.map(({ known }) => known),
    );
    if (!ids) return [];
    missing = missing.filter(({ known }) => !ids.has(known.id));
    if (read === 1 && missing.length > 0) await settled(missing);
  }
  return missing.map(({ known, reply }) => ({
    id: 'CREATE-10',
    reply,
    message: 'a created action is in no page of the list',
    expected: `an element with the id ${known.id}`,
    received: 'no such element',
    at: '/value',
  }));
}
