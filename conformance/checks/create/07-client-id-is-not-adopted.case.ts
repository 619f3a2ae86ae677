import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { isSuccess, member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRejection, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** One input sends the id of another action: a server that stores the new action under it would overwrite that action. */
export default scenario('CREATE-7', {
  each: (world): readonly (BodyInput & { readonly id?: 'unused' | 'taken' })[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-7'),
    { name: 'an unused id', body: world.body(), id: 'unused' },
    { name: 'the id of another action', body: world.body(), id: 'taken' },
  ],
  named: inputName,
  given: (world) => world.action(),
  when: async (world, other, { body, id }) => {
    const sent = 'id' in body ? String(body.id) : id === 'unused' ? await world.unusedId() : other.id;
    const result = await createAndRead(world, { ...body, id: sent });
    return {
      sent,
      result,
      readBySentId: sent === other.id ? undefined : await world.get(sent),
      after: await world.get(other.id),
    };
  },
  then: ({ sent, result, readBySentId, after }, other) => {
    if (!isSuccess(result.reply)) expectRejection(result.reply, 400);
    else expectCreated(result, ({ id }, exchange) => expectOtherId(id, sent, exchange));
    if (readBySentId)
      expectThat(readBySentId.status >= 400, {
        expected: 'no action under the id that was sent',
        received: `status ${readBySentId.status}`,
        at: 'status',
        exchange: readBySentId.exchange,
      });
    expectSuccess(after);
    expectEqual(member(after.body, 'clientContext'), other.clientContext, '/clientContext', after.exchange);
  },
});

function expectOtherId(id: string, sent: string, exchange: Parameters<typeof expectEqual>[3]): void {
  expectThat(id !== sent, { expected: `an id other than ${sent}`, received: preview(id), at: '/id', exchange });
}
