import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectEntity, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import type { Action } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';

interface Input {
  readonly says: string;
  readonly dateFor: (action: Action) => string;
}

const fixtures = () =>
  validFixtures('update').flatMap(({ requirement, says, body }) => {
    const { completedDateTime } = body;
    return requirement === 'UPDATE-16' && completedDateTime ? [{ says, dateFor: () => completedDateTime }] : [];
  });

/** Dates just after the creation, in other zones: a server that ignores a time of end before the beginning has to read these. */
const minutes = [180, -210, 825];
const own: readonly Input[] = minutes.map((offset) => ({
  says: `the time of creation at an offset of ${offset} minutes, with seven digits`,
  dateFor: ({ createdDateTime }) => {
    const created = instant(createdDateTime);
    if (created === undefined) throw new Inconclusive('the action does not show when it was created');
    return written(Number(created / millisecond) + 1, offset);
  },
}));

const minute = 60_000n * millisecond;

export default scenario('UPDATE-16', {
  each: () => [...fixtures(), ...own],
  named: ({ says }) => says,
  when: async (world, _, { dateFor }) => {
    const done = await withControlAction(world, {
      make: async () => world.read((await world.action()).id),
      act: async (action) => {
        const sent = dateFor(action);
        const reply = await world.update(action.id, { status: 'Completed', completedDateTime: sent });
        return { reply, sent, after: await world.get(action.id) };
      },
      expected: ({ reply }) => reply.status < 300,
    });
    const { status, exchange } = done.seen.reply;
    if (status === 409)
      throw new Inconclusive('the action was not brought to its end, but the PATCH refused', exchange);
    return done;
  },
  then: ({ seen: { reply, sent, after }, action: { createdDateTime } }) => {
    expectSuccess(reply);
    const { completedDateTime, lastActionDateTime } = expectEntity(after, 200, 206);
    const shown = instant(completedDateTime);
    const stored = shown !== undefined && isNear(shown, instant(sent), millisecond);
    // A server may ignore the date and put its own, which lies near the creation and the last change.
    const ignored = shown === undefined ? completedDateTime == null : isOwn(shown, createdDateTime, lastActionDateTime);
    const expected = `the instant ${sent}, or the server's own time`;
    expectThat(stored || ignored, {
      expected,
      received: completedDateTime,
      at: '/completedDateTime',
      exchange: after.exchange,
    });
  },
});

function isOwn(shown: bigint, created: unknown, last: unknown): boolean {
  return [created, last].some((time) => isNear(shown, instant(time), minute));
}

function isNear(one: bigint, other: bigint | undefined, within: bigint): boolean {
  return other !== undefined && one - other <= within && other - one <= within;
}

/** Milliseconds since 1970 as a date at the offset in minutes, with seven fractional digits. */
function written(ms: number, offset: number): string {
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
  return `${local}0000${zone}`;
}
