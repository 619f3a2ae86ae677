import type { Reply } from '../../engine/evidence/reply.js';
import { member } from '../../engine/evidence/reply.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';

/** A list with `$count=true`, and the number of matching elements before and after it. Others may add actions in between; none is ever removed. */
export interface CountedList {
  readonly least: number;
  readonly reply: Reply;
  readonly most: number;
}

/** Requests `@odata.count` with further options, and counts the elements before and after. */
export async function listWithCount(
  world: World,
  query: Readonly<Record<string, string>>,
  options: Readonly<Record<string, string>> = {},
): Promise<CountedList> {
  const elements = async () => (await world.elements({ query })).length;
  const least = await elements();
  const reply = await world.list({ query: { ...query, ...options, $count: 'true' } });
  return { least, reply, most: await elements() };
}

/** Expects `@odata.count` to be the number of all matches. */
export function expectCount({ least, reply, most }: CountedList): void {
  expectRead(reply);
  const count = member(reply.body, '@odata.count');
  const expected = least === most ? `${least}, the number of all matches` : `an integer from ${least} to ${most}`;
  const holds = Number.isInteger(count) && Number(count) >= least && Number(count) <= most;
  expectThat(holds, { expected, received: count, at: '/@odata.count', exchange: reply.exchange });
}
