import { unlessInconclusive } from '../../errors.js';
import { isSuccess, member, type Reply } from '../../evidence/reply.js';
import { idsIn } from '../../world/pages.js';
import type { World } from '../../world/world.js';
import type { Audited, Failure } from './audit-failure.js';

/**
 * The pages of the list; `undefined` if it cannot be read to its end. A long list that shows all of these actions since the run began is
 * not read further.
 */
export async function listedPages(
  world: World,
  actions: readonly { readonly id: string }[],
): Promise<readonly Reply[] | undefined> {
  const pages = world.profile.newest && (await unlessInconclusive(world.recentPages()));
  const recent = idsIn(pages ?? []);
  if (recent.size > 0 && actions.every(({ id }) => recent.has(id))) return pages;
  const walk = await unlessInconclusive(world.walk());
  const isWhole = walk?.pages.every(
    ({ status, body, exchange }) =>
      isSuccess({ status }) && Array.isArray(member(body, 'value')) && exchange.response?.cutAt === undefined,
  );
  return walk?.end === 'last' && isWhole && idsIn(walk.pages).size > 0 ? walk.pages : undefined;
}

/** The actions that a get shows and two complete reads of the list do not, these pages and later ones; `settled` is awaited between. */
export async function missingInList(
  world: World,
  actions: readonly Audited[],
  pages: readonly Reply[],
  settled: (missing: readonly Audited[]) => Promise<void>,
): Promise<readonly Failure[]> {
  const notIn = (ids: ReadonlySet<unknown>) => (one: Audited) => !ids.has(one.known.id);
  const shown = actions.filter(({ known, reply }) => member(reply.body, 'id') === known.id);
  const atFirst = shown.filter(notIn(idsIn(pages)));
  if (atFirst.length === 0) return [];
  await settled(atFirst);
  const known = atFirst.map((one) => one.known);
  const later = await listedPages(world, known);
  const missing = later ? atFirst.filter(notIn(idsIn(later))) : [];
  return missing.map(({ known, reply }) => ({
    id: 'CREATE-10',
    reply,
    message: 'a created action is in no page of the list',
    expected: `an element with the id ${known.id}`,
    received: 'no such element',
    at: '/value',
  }));
}
