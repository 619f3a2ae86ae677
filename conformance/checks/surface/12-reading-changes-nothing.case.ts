import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual, expectThat, writableMembers } from '../../engine/judge/expect.js';
import { isBackwards, isStatus } from '../../model/lifecycle.js';

/** Properties that only a client or the create sets. */
const fixedProperties = [...writableMembers, 'createdDateTime', 'appId', 'azureTenantId', 'user'];
/** Properties that the server may change by itself until the action is finished. */
const progressProperties = ['status', 'states', 'lastActionDateTime', 'completedDateTime', 'errorInfo'];

/** An older action is read only once, at the end. If the server changes statuses by itself, its status is at least as far as that of the action that is read often. */
export default scenario('SURFACE-12', {
  listsAll: true,
  each: ['unfinished', 'finished'],
  named: (kind) => `${kind} action`,
  given: async (world, kind) => {
    const older = await world.action();
    const action = kind === 'finished' ? await world.finalAction() : await world.action();
    return { older, action };
  },
  when: async (world, { older, action: { id } }) => {
    // CREATE-9 judges whether a new action is readable at once.
    const first = await world.eventually(
      () => world.get(id),
      ({ status }) => status !== 404,
    );
    const later = [];
    for (let time = 0; time < 3; time++) {
      await world.list();
      later.push(await world.get(id));
    }
    return { first, later, controlReply: await world.get(older.id) };
  },
  then: ({ first, later, controlReply }, _, kind) => {
    const before = expectEntity(first, 200, 206);
    const controlStatus = expectEntity(controlReply, 200, 206).status;
    for (const reply of later) {
      const now = expectEntity(reply, 200, 206);
      for (const name of kind === 'finished' ? [...fixedProperties, ...progressProperties] : fixedProperties) {
        expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, reply.exchange);
      }
      const ahead = isStatus(now.status) && isStatus(controlStatus) && isBackwards(now.status, controlStatus);
      expectThat(now.status === before.status || !ahead, {
        message: 'the status changed while the action was read, although the status of an older action did not',
        expected: `status ${JSON.stringify(controlStatus)}`,
        received: now.status,
        at: '/status',
        exchange: reply.exchange,
      });
    }
  },
});
