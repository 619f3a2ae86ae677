import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectRefusal, expectThat } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { fixtureInputs, says } from './_bodies.js';
import { make } from './_create-and-read.js';

/** The twin was made before without a status. Where the target finishes actions by itself, it has finished too, or soon will. */
export default scenario('CREATE-38', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-38'),
    {
      says: 'all other members beside it',
      body: world.body({ status: 'Completed', completedDateTime: '2024-05-06T07:08:09Z' }),
    },
  ],
  named: says,
  given: (world) => world.action(),
  when: async (world, twin, { body }) => {
    const made = await make(world, body);
    const finished = [made.reply, made.read].find((shown) => isFinalStatus(member(shown?.body, 'status')));
    const twinNow =
      finished &&
      (await world.eventually(
        () => world.read(twin.id),
        ({ status }) => isFinalStatus(status),
      ));
    return { made, finished, twinNow };
  },
  then: ({ made: { reply, read }, finished, twinNow }) => {
    if (reply.status !== 201) return expectRefusal(reply, 400);
    expectEntity(reply, 201);
    if (read) expectEntity(read, 200, 206);
    expectThat(!finished || isFinalStatus(twinNow?.status), {
      message: 'the action is finished because the client said so',
      expected: `the status of an action made without one: ${String(twinNow?.status)}`,
      received: member(finished?.body, 'status'),
      at: '/status',
      exchange: finished?.exchange,
    });
  },
});
