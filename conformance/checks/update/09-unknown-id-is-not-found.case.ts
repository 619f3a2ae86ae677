import { scenario } from '../../engine/check.js';
import { expectStatus, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { requireControlPatch } from './_patch.js';

export default scenario('UPDATE-9', {
  listsAll: true,
  given: async (world) => {
    const patch = { actionReason: world.text('Unknown id'), clientContext: world.text('Unknown id') };
    await requireControlPatch(world, (control) => ({ ...patch, clientContext: control.text('Control') }));
    return { patch, id: await world.unusedId() };
  },
  when: async (world, { patch, id }) => {
    const replies = [await world.update(id, patch), await world.update(id, { status: 'Running' })];
    const read = await world.get(id);
    const listed = world.profile.class === 'stateful' ? elementsOf(await world.recentPages()) : [];
    return { replies, read, listed };
  },
  then: ({ replies, read, listed }, { patch, id }) => {
    for (const reply of replies) expectStatus(reply, 404);
    expectStatus(read, 404);
    const created = listed.find((action) => action.id === id || action.clientContext === patch.clientContext);
    expectThat(created === undefined, {
      expected: 'no action with this id or clientContext in the list',
      received: created,
      at: '/value',
    });
  },
});
