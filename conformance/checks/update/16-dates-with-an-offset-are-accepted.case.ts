import { scenario } from '../../engine/check.js';
import { Inconclusive, MovedByItself } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectEntity, expectRejection, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { Action } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';

interface Input {
  readonly name: string;
  readonly dateFor: (action: Action) => string;
  readonly mayReject: boolean;
}

/** Their dates are before the creation of the action, for which a target may reject them. */
const fixtures = (): readonly Input[] =>
  validFixtures('update').flatMap(({ requirement, says, body }) => {
    const { completedDateTime } = body;
    if (requirement !== 'UPDATE-16' || !completedDateTime) return [];
    return [{ name: says, dateFor: () => completedDateTime, mayReject: true }];
  });

/** Dates just after the creation, in other zones: a server that ignores or rejects a completion before the creation must accept these. */
const offsets = [0, 180, -210, 825];
const afterCreation: readonly Input[] = offsets.map((offset) => ({
  name: `the time of creation at an offset of ${offset} minutes, with seven fractional digits`,
  dateFor: ({ createdDateTime }) => {
    const created = instant(createdDateTime);
    if (created === undefined) throw new Inconclusive('the action does not show createdDateTime');
    return formatAt(Number(created / millisecond) + 1, offset);
  },
  mayReject: false,
}));

const minute = 60_000n * millisecond;

export default scenario('UPDATE-16', {
  each: () => [...fixtures(), ...afterCreation],
  named: ({ name }) => name,
  when: async (world, _, { dateFor, mayReject }) => {
    const done = await withControlAction(world, {
      make: () => world.action(),
      act: async (action) => {
        const sent = dateFor(action);
        const reply = await world.update(action.id, { status: 'Completed', completedDateTime: sent });
        return { reply, sent, after: await world.get(action.id) };
      },
      expected: ({ reply }) => mayReject || reply.status < 300,
    });
    const { status, exchange } = done.seen.reply;
    if (status === 409) throw new MovedByItself('the PATCH to Completed was rejected with 409', exchange);
    return done;
  },
  then: ({ seen: { reply, sent, after }, action: { createdDateTime } }, _, { mayReject }) => {
    if (mayReject && reply.status >= 400) {
      expectRejection(reply, 400, 422);
      return;
    }
    expectSuccess(reply);
    const { completedDateTime, lastActionDateTime } = expectEntity(after);
    const shown = instant(completedDateTime);
    const stored = shown !== undefined && isNear(shown, instant(sent), millisecond);
    // A server may ignore the date and set its own, which is near the creation or the last change.
    const ignored = shown === undefined ? completedDateTime == null : isOwn(shown, createdDateTime, lastActionDateTime);
    const expected = `the instant ${sent}, or a time that the server chose`;
    expectThat(stored || ignored, {
      expected,
      received: preview(completedDateTime),
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

/** Formats milliseconds since 1970 as a date at an offset in minutes, with seven fractional digits. */
function formatAt(ms: number, offset: number): string {
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
  return `${local}0000${zone}`;
}
