import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

export default scenario('CREATE-56', {
  each: (world) => {
    const bodies = ['BlockIp', 'isolateMACHINE', 'URL block', 'ÄNDERN ändern'].map((name) => world.body({ name }));
    return bodies.map((body) => world.adapted(body));
  },
  named: ({ name }) => String(name),
  when: (world, _, body) => createAndRead(world, body),
  then: (result, _, sent) => {
    expectCreated(result, ({ name }, exchange) => expectEqual(name, sent.name, '/name', exchange));
  },
});
