import { scenario } from '../../engine/check.js';
import { isSuccess, member } from '../../engine/evidence/reply.js';
import { expectEntity, expectRejection, expectThat } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { fixtureInputs, inputName } from './_bodies.js';
import { createAndRead } from './_create-and-read.js';

/** The control is an earlier create without a status. On a target that finishes actions by itself, it finishes too, within the settle time. */
export default scenario('CREATE-38', {
  each: (world) => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-38'),
    {
      name: 'with all other members',
      body: world.body({ status: 'Completed', completedDateTime: '2024-05-06T07:08:09Z' }),
    },
  ],
  named: inputName,
  given: ({ shared }) => shared.once('control', (world) => world.action()),
  when: async (world, control, { body }) => {
    const result = await createAndRead(world, body);
    const finished = [result.reply, result.read].find((shown) => isFinalStatus(member(shown?.body, 'status')));
    // The control decides in favour of the target, so the wait may pass over anything.
    const controlNow =
      finished &&
      (await world.eventually(
        () => world.read(control.id),
        ({ status }) => isFinalStatus(status),
      ));
    return { result, finished, controlNow };
  },
  then: ({ result: { reply, read }, finished, controlNow }) => {
    if (!isSuccess(reply)) return expectRejection(reply, 400);
    expectEntity(reply);
    if (read) expectEntity(read);
    expectThat(!finished || isFinalStatus(controlNow?.status), {
      message: 'the server adopted the final status that the client sent',
      expected: `${String(controlNow?.status)}, the status of an action that was created without one`,
      received: member(finished?.body, 'status'),
      at: '/status',
      exchange: finished?.exchange,
    });
  },
});
