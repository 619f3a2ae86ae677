import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess } from '../../engine/judge/expect.js';

/** Thrice, and what a stateful target says it made is there. */
export default scenario('SURFACE-1', {
  when: async (world) => {
    const stateful = world.profile.class === 'stateful';
    const one = async () => {
      const sent = world.body();
      const made = await world.create(sent);
      if (made.status >= 300) return { sent, made };
      const { id } = world.entity(made, made.status);
      const there = ({ status }: Reply) => status < 400;
      return { sent, made, read: stateful ? await world.eventually(() => world.get(id), there) : undefined };
    };
    return [await one(), await one(), await one()];
  },
  then: (all) => {
    for (const { sent, made, read } of all) {
      expectSuccess(made);
      if (!read) continue;
      expectSuccess(read);
      expectEqual(member(read.body, 'clientContext'), sent.clientContext, '/clientContext', read.exchange);
    }
  },
});
