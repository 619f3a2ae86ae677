import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess } from '../../engine/judge/expect.js';

/** Creates three actions. A stateful target must also show each of them. */
export default scenario('SURFACE-1', {
  when: async (world) => {
    const stateful = world.profile.class === 'stateful';
    const createAndRead = async () => {
      const sent = world.body();
      const created = await world.create(sent);
      if (created.status >= 300) return { sent, created };
      const { id } = world.entity(created);
      // CREATE-9 judges whether a new action is readable at once.
      const isFound = ({ status }: Reply) => status !== 404;
      return { sent, created, read: stateful ? await world.eventually(() => world.get(id), isFound) : undefined };
    };
    return [await createAndRead(), await createAndRead(), await createAndRead()];
  },
  then: (all) => {
    for (const { sent, created, read } of all) {
      expectSuccess(created);
      if (!read) continue;
      expectSuccess(read);
      expectEqual(member(read.body, 'clientContext'), sent.clientContext, '/clientContext', read.exchange);
    }
  },
});
