import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';

/** Creates five actions in a row. The kit retries a throttled create, so the list must show each action once. */
export default scenario('HTTP-8', {
  given: async (world) => {
    const contexts: unknown[] = [];
    for (let count = 0; count < 5; count++) contexts.push((await world.action()).clientContext);
    const throttled = world.exchanges.some(({ response }) => response?.status === 429 || response?.status === 503);
    if (!throttled) throw new NotObserved('no 429 or 503 response to a create was received');
    return contexts;
  },
  when: (world, contexts) => {
    // By id: while other actions are created, a list may show one action on two pages (LIST-3).
    const listedContexts = async () => {
      const own = elementsOf(await world.recentPages()).filter((one) =>
        contexts.includes(member(one, 'clientContext')),
      );
      return [...new Map(own.map((one) => [member(one, 'id') ?? one, member(one, 'clientContext')])).values()];
    };
    // The list may be behind (CREATE-10), but a context that it shows twice stands for two actions.
    return world.eventually(
      listedContexts,
      (found) => new Set(found).size === contexts.length || new Set(found).size < found.length,
    );
  },
  then: (found, contexts) =>
    expectThat(isDeepStrictEqual(found.toSorted(), contexts.toSorted()), {
      message: 'the list does not show each action once after a throttled create',
      expected: `one action for each clientContext of ${contexts.toSorted().join(', ')}`,
      received: `actions with the clientContext ${found.toSorted().join(', ') || '(none)'}`,
      at: '/value',
    }),
});
