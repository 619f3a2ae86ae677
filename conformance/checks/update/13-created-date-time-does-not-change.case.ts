import { scenario } from '../../engine/check.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { instant } from '../../model/instant.js';
import { actionAfterControl } from './_patch.js';
import { expectIgnoredOrRejected, sendForged } from './_server-owned.js';

export default scenario('UPDATE-13', {
  inTurn: true,
  each: ['2001-02-03T04:05:06Z', '2099-12-31T23:59:59.999Z', null],
  named: (createdDateTime) => `createdDateTime ${createdDateTime}`,
  given: (world) => actionAfterControl(world),
  when: (world, action, createdDateTime) => sendForged(world, action, { createdDateTime }),
  then: (seen, action) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRejected(reply);
      const { createdDateTime } = expectEntity(after);
      const isUnchanged = instant(createdDateTime) === instant(action.createdDateTime);
      const finding = { expected: JSON.stringify(action.createdDateTime ?? null), received: createdDateTime };
      expectThat(isUnchanged, { ...finding, at: '/createdDateTime', exchange: after.exchange });
    }
  },
});
