import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { statusPatch } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';
import { accepted, fullAction, fullBody } from './_patch.js';

export default scenario('UPDATE-14', {
  given: fullAction,
  when: async (world, action) => {
    const patches = [
      { actionReason: world.text('First') },
      world.adaptedPatch(fullBody(world)),
      { clientContext: null },
      statusPatch('Running'),
      { actionReason: world.text('While it runs') },
      statusPatch('Completed'),
    ];
    const looks = [action];
    for (const patch of patches) {
      await accepted(world, action.id, patch);
      looks.push(await world.read(action.id));
    }
    const dated = looks.filter(({ lastActionDateTime }) => instant(lastActionDateTime) !== undefined);
    if (dated.length < 2) throw new Inconclusive('the action does not show when it last changed');
    return dated;
  },
  then: (looks) => {
    for (const [index, { lastActionDateTime }] of looks.entries()) {
      const before = looks[index - 1]?.lastActionDateTime ?? lastActionDateTime;
      const holds = (instant(lastActionDateTime) ?? 0n) + millisecond > (instant(before) ?? 0n);
      expectThat(holds, { expected: `${before} or later`, received: lastActionDateTime, at: '/lastActionDateTime' });
    }
  },
});
