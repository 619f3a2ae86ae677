import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual, expectStatus, expectUnchanged } from '../../engine/judge/expect.js';
import { controlAccepted } from './_patch.js';
import { expectIgnoredOrRefused, forge } from './_server-owned.js';

/** The id that is sent is once unknown, and once that of another action, which has to stay as it is. */
export default scenario('UPDATE-12', {
  each: ['an unknown id', 'the id of another action'],
  named: (which) => which,
  given: async (world, which) => {
    const action = await controlAccepted(world, { actionReason: world.text('Twin') });
    const other = which === 'an unknown id' ? undefined : await world.read((await world.action()).id);
    return { action, other, sent: other?.id ?? (await world.unusedId()) };
  },
  when: async (world, { action, sent }) => {
    const seen = await forge(world, action, { id: sent });
    const under = await world.get(sent);
    return { seen, under };
  },
  then: ({ seen, under }, { action, other }) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRefused(reply);
      expectEqual(expectEntity(after, 200, 206).id, action.id, '/id', after.exchange);
    }
    if (other) expectUnchanged(under, other, ['status', 'states']);
    else expectStatus(under, 404);
  },
});
