import { scenario } from '../../engine/check.js';
import { shownId } from '../../engine/evidence/lenient.js';
import { expectEntity, expectStatus, expectThat, expectUnchanged } from '../../engine/judge/expect.js';
import { actionAfterControl } from './_patch.js';
import { expectIgnoredOrRejected, sendForged } from './_server-owned.js';

/** The body has an unknown id, or the id of another action, which must not change. */
export default scenario('UPDATE-12', {
  inTurn: true,
  each: ['an unknown id', 'the id of another action'],
  named: (input) => input,
  given: async (world, input) => {
    const action = await actionAfterControl(world);
    const other = input === 'an unknown id' ? undefined : await world.read((await world.action()).id);
    return { action, other, sent: other?.id ?? (await world.unusedId()) };
  },
  when: async (world, { action, sent }) => {
    const seen = await sendForged(world, action, { id: sent });
    const readBySentId = await world.get(sent);
    return { seen, readBySentId };
  },
  then: ({ seen, readBySentId }, { other, sent }) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRejected(reply);
      expectEntity(after);
      const shown = shownId(after.json);
      expectThat(shown !== sent, {
        expected: `another id than ${sent}`,
        received: shown,
        at: '/id',
        exchange: after.exchange,
      });
    }
    if (other) expectUnchanged(readBySentId, other, ['status', 'states']);
    else expectStatus(readBySentId, 404);
  },
});
