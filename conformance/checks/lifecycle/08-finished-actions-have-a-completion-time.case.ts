import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { instant, millisecond } from '../../model/instant.js';

/** The client sends no `completedDateTime`, so the one in the response comes from the target. */
export default scenario('LIFECYCLE-8', {
  each: endings,
  named: endingName,
  when: (world, _, ending) => endedAction(world, ending),
  then: ({ completedDateTime, createdDateTime }) => {
    const end = instant(completedDateTime);
    const expected = `a date that is not before createdDateTime ${preview(createdDateTime)}`;
    const holds = end !== undefined && end + millisecond >= (instant(createdDateTime) ?? end);
    expectThat(holds, { expected, received: preview(completedDateTime), at: '/completedDateTime' });
  },
});
