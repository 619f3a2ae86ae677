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
    // By id: while other actions are created, a list may show one action on two pages (LIST-3).
    const mine = async () => {
      const own = (await world.elements()).filter((one) => marks.includes(member(one, 'clientContext')));
      return [...new Map(own.map((one) => [member(one, 'id') ?? one, member(one, 'clientContext')])).values()];
    };
    return world.eventually(mine, (found) => new Set(found).size === marks.length);
  },
  then: (found, marks) => expectEqual(found.toSorted(), marks.toSorted(), '/value/*/clientContext'),
});
