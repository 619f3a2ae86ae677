import { Disturbed } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';
import { elementsOf, type World } from '../../engine/world/world.js';
import { idsOf, skippedIn, skipping } from './_own-actions.js';

/** A list with `$count=true`, and the number of matching actions before and after it. Others may add actions in between; none is ever removed. */
export interface CountedList {
  readonly least: number;
  readonly reply: Reply;
  /** Infinite if the list could not be read to its end. */
  readonly most: number;
}

type Query = Readonly<Record<string, string>>;

/** Requests `@odata.count` with each of these further options, and counts the actions before and after all of them. */
export async function listWithCount(
  world: World,
  query: Query,
  options: readonly Query[] = [{}],
): Promise<readonly CountedList[]> {
  const before = await countActions(world, query);
  const replies = await together(options.map((one) => world.list({ query: { ...query, ...one, $count: 'true' } })));
  const after = await countActions(world, query);
  const most = after.isWhole ? after.number : Number.POSITIVE_INFINITY;
  if (before.number > most && !world.alone) throw new Disturbed('the list changed while its actions were counted');
  return replies.map((reply) => ({ least: Math.min(before.number, most), reply, most }));
}

/**
 * The number of different actions, because an action may move to a later page while the list is read. What a long list shows before the
 * actions of the run is not read again.
 */
async function countActions(
  world: World,
  query: Query,
): Promise<{ readonly number: number; readonly isWhole: boolean }> {
  const skipped = '$filter' in query ? 0 : skippedIn(world.profile.newest);
  const { pages, end } = await world.walk({ query: skipping({ query, skipped }) });
  const ids = idsOf(elementsOf(pages));
  const named = new Set(ids.filter((id) => typeof id === 'string')).size;
  const unnamed = ids.filter((id) => typeof id !== 'string').length;
  return { number: skipped + named + unnamed, isWhole: end === 'last' };
}

/** Expects `@odata.count` to be the number of all matches. */
export function expectCount({ least, reply, most }: CountedList): void {
  expectSuccess(reply);
  const count = member(reply.body, '@odata.count');
  const expected =
    least === most
      ? `${least}, the number of all matches`
      : most === Number.POSITIVE_INFINITY
        ? `an integer of at least ${least}`
        : `an integer from ${least} to ${most}`;
  const holds = Number.isInteger(count) && Number(count) >= least && Number(count) <= most;
  expectThat(holds, { expected, received: count, at: '/@odata.count', exchange: reply.exchange });
}
