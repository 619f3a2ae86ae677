import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, expectThat, writableMembers } from '../../engine/judge/expect.js';
import { readNew } from '../../engine/world/in-time.js';
import { isBackwards, isStatus } from '../../model/lifecycle.js';
import { fixedProperties, ownProgress } from '../../model/property-groups.js';
import { expectSamePlaces, type Places, placesAround } from '../_place-in-list.js';

const inputs = ['unfinished action', 'finished action', 'finished action, in the list'] as const;

/** Properties that only a client or the create sets. */
const unmoved = [...writableMembers, ...fixedProperties];

/** An action that was read several times, and an older one that was read only at the end. */
interface Reads {
  readonly first: Reply;
  readonly later: readonly Reply[];
  readonly controlReply: Reply;
}

/**
 * An older action is read only once, at the end. If the server changes statuses by itself, its status is at least as far as that of the
 * action that is read often. A finished action also keeps its place in the list.
 */
export default scenario<Reads | Places, void, (typeof inputs)[number]>('SURFACE-12', {
  listsAll: true,
  each: inputs,
  named: (kind) => kind,
  when: async (world, _, kind) => {
    if (kind === 'finished action, in the list')
      return placesAround(world, async (read) => {
        for (let time = 0; time < 3; time++) await world.get(read);
      });
    const older = await world.action();
    const { id } = kind === 'finished action' ? await world.finalAction() : await world.action();
    // CREATE-9 judges whether a new action is readable at once.
    const first = await readNew(world, id);
    const later = [];
    for (let time = 0; time < 3; time++) {
      await world.list();
      later.push(await world.get(id));
    }
    return { first, later, controlReply: await world.get(older.id) };
  },
  then: (seen, _, kind) => {
    if ('before' in seen) return expectSamePlaces(seen);
    const { first, later, controlReply } = seen;
    const before = expectEntity(first);
    const controlStatus = expectEntity(controlReply).status;
    for (const reply of later) {
      const now = expectEntity(reply);
      for (const name of kind === 'finished action' ? [...unmoved, ...ownProgress] : unmoved) {
        expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, reply.exchange);
      }
      const ahead = isStatus(now.status) && isStatus(controlStatus) && isBackwards(now.status, controlStatus);
      expectThat(now.status === before.status || !ahead, {
        message: 'the status changed while the action was read, although the status of an older action did not',
        expected: `status ${JSON.stringify(controlStatus)}`,
        received: preview(now.status),
        at: '/status',
        exchange: reply.exchange,
      });
    }
  },
});
