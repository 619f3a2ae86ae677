import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectRefusal, expectStatus, expectThat } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';

/** Among the ids sent is that of another action, which a server that stores under the sent id would overwrite. */
export default scenario('CREATE-7', {
  each: (world): readonly (BodyInput & { readonly id?: 'unused' | 'taken' })[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-7'),
    { says: 'an id like those of the target', body: world.body(), id: 'unused' },
    { says: 'the id of another action', body: world.body(), id: 'taken' },
  ],
  named: says,
  given: (world) => world.action(),
  when: async (world, other, { body, id }) => {
    const sent = 'id' in body ? String(body.id) : id === 'unused' ? await world.unusedId() : other.id;
    const made = await make(world, { ...body, id: sent });
    return {
      sent,
      made,
      stray: sent === other.id ? undefined : await world.get(sent),
      after: await world.get(other.id),
    };
  },
  then: ({ sent, made, stray, after }, other) => {
    if (made.reply.status !== 201) expectRefusal(made.reply, 400);
    else expectMade(made, ({ id }, exchange) => expectOtherId(id, sent, exchange));
    if (stray)
      expectThat(stray.status >= 400, {
        expected: 'no action under the id that was sent',
        received: `status ${stray.status}`,
        at: 'status',
        exchange: stray.exchange,
      });
    expectStatus(after, 200, 206);
    expectEqual(member(after.body, 'clientContext'), other.clientContext, '/clientContext', after.exchange);
  },
});

function expectOtherId(id: string, sent: string, exchange: Parameters<typeof expectEqual>[3]): void {
  expectThat(id !== sent, { expected: `another id than ${sent}`, received: id, at: '/id', exchange });
}
