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
  /** The control is a create without a charset. A stateless mock returns the same example for both. */
  given: async ({ shared, profile }) => ({
    control: await shared.once('control', (world) => world.action()),
    isStateful: profile.class === 'stateful',
  }),
  when: (world, _given, mediaType) => world.create(world.body(), { headers: { 'content-type': mediaType } }),
  then: (reply, { control, isStateful }) => {
    const { id } = expectEntity(reply);
    expectThat(!isStateful || id !== control.id, {
      message: 'two creates return the same id',
      expected: 'a new id',
      received: `the id of the control, ${id}`,
      at: '/id',
      exchange: reply.exchange,
    });
  },
});
