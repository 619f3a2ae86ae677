import { scenario } from '../../engine/check.js';
import { expectStatus, expectThat } from '../../engine/judge/expect.js';
import { controlAccepted } from './_patch.js';

export default scenario('UPDATE-9', {
  given: async (world) => {
    const patch = { actionReason: world.text('Of nothing'), clientContext: world.text('Of nothing') };
    await controlAccepted(world, { ...patch, clientContext: world.text('Of the twin') });
    return { patch, id: await world.unusedId() };
  },
  when: async (world, { patch, id }) => {
    const replies = [await world.update(id, patch), await world.update(id, { status: 'Running' })];
    const look = await world.get(id);
    const listed = world.profile.class === 'stateful' ? await world.elements() : [];
    return { replies, look, listed };
  },
  then: ({ replies, look, listed }, { patch, id }) => {
    for (const reply of replies) expectStatus(reply, 404);
    expectStatus(look, 404);
    const made = listed.find((action) => action.id === id || action.clientContext === patch.clientContext);
    expectThat(made === undefined, { expected: 'no such action in the list', received: made, at: '/value' });
  },
});
