import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { statusPatch } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';
import { fullAction, fullBody, requirePatch } from './_patch.js';

export default scenario('UPDATE-14', {
  given: fullAction,
  when: async (world, action) => {
    const patches = [
      { actionReason: world.text('First') },
      world.adaptedPatch(fullBody(world)),
      { clientContext: world.text('Second') },
      statusPatch('Running'),
      { actionReason: world.text('While it runs') },
      statusPatch('Completed'),
    ];
    const reads = [action];
    for (const patch of patches) {
      await requirePatch(world, action.id, patch);
      reads.push(await world.read(action.id));
    }
    const dated = reads.filter(({ lastActionDateTime }) => instant(lastActionDateTime) !== undefined);
    if (dated.length < 2) throw new Inconclusive('the action does not show lastActionDateTime');
    return dated;
  },
  then: (reads) => {
    for (const [index, { lastActionDateTime }] of reads.slice(1).entries()) {
      const before = reads[index]?.lastActionDateTime;
      const isLater = (instant(lastActionDateTime) ?? 0n) + millisecond > (instant(before) ?? 0n);
      expectThat(isLater, {
        expected: `${before} or later`,
        received: preview(lastActionDateTime),
        at: '/lastActionDateTime',
      });
    }
  },
});
