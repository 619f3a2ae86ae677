import { scenario } from '../../engine/check.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { findInList } from './_find-in-list.js';

const inputs = [
  { name: 'new action', create: (world: World) => world.action() },
  { name: 'finished action', create: (world: World) => world.finalAction() },
];

/** Gets and lists are judged separately. A list may be behind, but must not go back either. */
export default scenario('RESOURCE-14', {
  each: inputs,
  named: ({ name }) => name,
  given: (world, { create }) => create(world),
  when: async (world, action) => {
    const got: ObservedObject[] = [action];
    const listed: ObservedObject[] = [];
    for (let round = 0; round < 3; round++) {
      got.push(await world.read(action.id));
      const element = await findInList(world, action);
      if (element) listed.push(element);
    }
    return [got, listed];
  },
  then: (histories) => {
    for (const shown of histories) {
      const statuses = shown.map(({ status }) => status).filter(isStatus);
      const forward = statuses.every((status, index) => isPossibleLater(statuses[index - 1] ?? status, status));
      expectThat(forward, {
        message: 'the status goes back while nobody changes the action',
        expected: 'statuses that only move forward',
        received: statuses,
        at: '/status',
      });
    }
  },
});
