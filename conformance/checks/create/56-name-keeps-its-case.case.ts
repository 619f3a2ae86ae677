import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { expectMade, make } from './_create-and-read.js';

export default scenario('CREATE-56', {
  each: (world) => {
    const bodies = ['BlockIp', 'isolateMACHINE', 'URL block', 'ÄNDERN ändern'].map((name) => world.body({ name }));
    return bodies.map((body) => world.adapted(body));
  },
  named: ({ name }) => String(name),
  when: (world, _, body) => make(world, body),
  then: (made, _, sent) => {
    expectMade(made, ({ name }, exchange) => expectEqual(name, sent.name, '/name', exchange));
  },
});
