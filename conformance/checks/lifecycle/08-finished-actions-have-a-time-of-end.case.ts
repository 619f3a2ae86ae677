import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { ended, endingName, endings } from '../../engine/world/status-paths.js';
import { instant, millisecond } from '../../model/instant.js';

/** The client sends no time of its own, so that the one shown is the server's. */
export default scenario('LIFECYCLE-8', {
  each: endings,
  named: endingName,
  when: (world, _, ending) => ended(world, ending),
  then: ({ completedDateTime, createdDateTime }) => {
    const end = instant(completedDateTime);
    const expected = `a time at or after the creation, ${JSON.stringify(createdDateTime)}`;
    const holds = end !== undefined && end + millisecond >= (instant(createdDateTime) ?? end);
    expectThat(holds, { expected, received: completedDateTime, at: '/completedDateTime' });
  },
});
