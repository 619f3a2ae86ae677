import { scenario } from '../../engine/check.js';
import { expectEntity, expectNoBody, expectStatus, expectThat } from '../../engine/judge/expect.js';

export default scenario('CREATE-50', {
  when: async (world) => {
    const reply = await world.create(world.body(), { headers: { prefer: 'return=minimal' } });
    if (reply.status === 201) world.entity(reply);
    return reply;
  },
  then: (reply) => {
    expectStatus(reply, 201, 204);
    if (reply.status === 201) return void expectEntity(reply);
    expectNoBody(reply);
    const where = reply.headers.get('location') ?? reply.headers.get('odata-entityid');
    expectThat(Boolean(where), {
      expected: 'a Location or OData-EntityId header field',
      received: where === '' ? 'an empty header field' : 'neither header field',
      at: 'header location',
      exchange: reply.exchange,
    });
  },
});
