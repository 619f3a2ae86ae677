import { scenario } from '../../engine/check.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';

const mediaTypes = [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
];

export default scenario('HTTP-15', {
  each: mediaTypes,
  named: (mediaType) => mediaType,
  /** The same without a charset is accepted; a mock shows the same example for both. */
  given: async (world) => ({ twin: await world.action(), remembers: world.profile.class === 'stateful' }),
  when: (world, _given, mediaType) => world.create(world.body(), { headers: { 'content-type': mediaType } }),
  then: (reply, { twin, remembers }) => {
    const { id } = expectEntity(reply, 201);
    const finding = { expected: 'an action of its own', received: `the id of another, ${id}`, at: '/id' };
    if (remembers) expectThat(id !== twin.id, { ...finding, exchange: reply.exchange });
  },
});
