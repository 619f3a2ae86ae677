import { scenario } from '../../kit/check.js';
import { expectEntity } from '../../kit/expect.js';

const mediaTypes = [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
];

export default scenario('HTTP-15', {
  each: mediaTypes,
  named: (mediaType) => mediaType,
  when: (world, _given, mediaType) => world.create(world.body(), { headers: { 'content-type': mediaType } }),
  then: (reply) => {
    expectEntity(reply, 201);
  },
});
