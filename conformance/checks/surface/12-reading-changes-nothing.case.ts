import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual, expectThat, writableMembers } from '../../engine/judge/expect.js';
import { isBackwards, isStatus } from '../../model/lifecycle.js';

/** Members that only a client or the create sets. */
const still = [...writableMembers, 'createdDateTime', 'appId', 'azureTenantId', 'user'];
/** Members that the server's own progress may move until the action has ended. */
const moving = ['status', 'states', 'lastActionDateTime', 'completedDateTime', 'errorInfo'];

/** The server's own progress brings an older action, which is read once and last, at least as far as the one that is read often. */
export default scenario('SURFACE-12', {
  each: ['unfinished', 'finished'],
  named: (kind) => `an action that is ${kind}`,
  given: async (world, kind) => {
    const older = await world.action();
    const action = kind === 'finished' ? await world.finalAction() : await world.action();
    return { older, action };
  },
  when: async (world, { older, action: { id } }) => {
    const first = await world.eventually(
      () => world.get(id),
      ({ status }) => status < 400,
    );
    const later = [];
    for (let time = 0; time < 3; time++) {
      await world.list();
      later.push(await world.get(id));
    }
    return { first, later, once: await world.get(older.id) };
  },
  then: ({ first, later, once }, _, kind) => {
    const before = expectEntity(first, 200, 206);
    const unread = expectEntity(once, 200, 206).status;
    for (const reply of later) {
      const now = expectEntity(reply, 200, 206);
      for (const name of kind === 'finished' ? [...still, ...moving] : still) {
        expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, reply.exchange);
      }
      const ahead = isStatus(now.status) && isStatus(unread) && isBackwards(now.status, unread);
      expectThat(now.status === before.status || !ahead, {
        message: 'the status moved while the action was read, and that of an older one did not',
        expected: unread as string,
        received: now.status,
        at: '/status',
        exchange: reply.exchange,
      });
    }
  },
});
