import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { instant, millisecond } from '../../model/instant.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** Allowed difference between the two clocks, in milliseconds: the usual tolerance of token validation. */
const clockToleranceMs = 5 * 60 * 1000;

export default scenario('CREATE-39', {
  when: async (world) => {
    const before = world.clock.date() - clockToleranceMs;
    const all = [await createAndRead(world, world.body()), await createAndRead(world, world.body())];
    return { all, before, after: world.clock.date() + clockToleranceMs };
  },
  then: ({ all, before, after }) => {
    for (const result of all) {
      expectCreated(result, ({ createdDateTime }, exchange) => {
        const at = instant(createdDateTime);
        const near = at !== undefined && at >= BigInt(before) * millisecond && at <= BigInt(after) * millisecond;
        const expected = `an instant from ${new Date(before).toISOString()} to ${new Date(after).toISOString()}`;
        expectThat(near, { expected, received: preview(createdDateTime), at: '/createdDateTime', exchange });
      });
    }
  },
});
