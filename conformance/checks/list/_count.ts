import type { Reply } from '../../engine/evidence/reply.js';
import { member } from '../../engine/evidence/reply.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';

/** A list that was counted, between two countings of its elements: others may have written to it meanwhile, and nothing is ever taken out. */
export interface Counted {
  readonly least: number;
  readonly reply: Reply;
  readonly most: number;
}

/** Asks for `@odata.count` with further options and counts the elements themselves before and after. */
export async function counted(
  world: World,
  query: Readonly<Record<string, string>>,
  options: Readonly<Record<string, string>> = {},
): Promise<Counted> {
  const elements = async () => (await world.elements({ query })).length;
  const least = await elements();
  const reply = await world.list({ query: { ...query, ...options, $count: 'true' } });
  return { least, reply, most: await elements() };
}

/** Expects the count to be that of all matches. */
export function expectCount({ least, reply, most }: Counted): void {
  expectRead(reply);
  const count = member(reply.body, '@odata.count');
  const expected = least === most ? `${least}, as many as match` : `an integer from ${least} to ${most}`;
  const holds = Number.isInteger(count) && Number(count) >= least && Number(count) <= most;
  expectThat(holds, { expected, received: count, at: '/@odata.count', exchange: reply.exchange });
}
