import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';

/** Creates in a input, each with a text of its own; the kit sends a throttled one again, so that each has to be there once. */
export default scenario('HTTP-8', {
  given: async (world) => {
    const marks: unknown[] = [];
    for (let count = 0; count < 5; count++) marks.push((await world.action()).clientContext);
    const refused = world.exchanges.some(({ response }) => response?.status === 429 || response?.status === 503);
    if (!refused) throw new NotObserved('no create was answered with 429 or 503');
    return marks;
  },
  when: (world, marks) => {
    const mine = async () =>
      (await world.elements()).map((one) => member(one, 'clientContext')).filter((one) => marks.includes(one));
    return world.eventually(mine, (found) => new Set(found).size === marks.length);
  },
  then: (found, marks) => expectEqual([...found].sort(), [...marks].sort(), '/value/*/clientContext'),
});
