import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { readCreated } from './_create-and-read.js';

export default scenario('CREATE-36', {
  when: async (world) => {
    const created = await world.create(world.body());
    const { id } = world.entity(created);
    const read = (await readCreated(world, id)) ?? (await world.get(id));
    return { created, read };
  },
  then: ({ created, read }) => {
    const { status } = expectEntity(created);
    const { exchange } = created;
    expectThat(isStatus(status), {
      expected: 'NotStarted or a later status',
      received: preview(status),
      at: '/status',
      exchange,
    });
    const next = expectEntity(read).status;
    expectThat(isStatus(status) && isStatus(next) && isPossibleLater(status, next), {
      expected: `${String(status)}, the status in the response to the create, or a later one`,
      received: preview(next),
      at: '/status',
      exchange: read.exchange,
    });
  },
});
