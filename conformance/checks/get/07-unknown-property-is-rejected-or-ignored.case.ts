import { scenario } from '../../engine/check.js';
import { isObject, isSuccess } from '../../engine/evidence/reply.js';
import { expectEqual, expectRejection, expectStatus, expectThat } from '../../engine/judge/expect.js';

const selections = ['doesNotExist', 'id,doesNotExist', 'doesNotExist,id', 'vendorInformation/doesNotExist', "id'--"];

export default scenario('GET-7', {
  each: selections,
  named: (select) => `$select=${select}`,
  given: ({ shared }) => shared.once('action', async (world) => world.read((await world.action()).id)),
  when: (world, { id }, select) =>
    world.get(id, { query: { $select: select }, defect: '$select names an unknown property' }),
  then: (reply, { id }, select) => {
    if (!isSuccess(reply)) return expectRejection(reply, 400, 501);
    expectStatus(reply, 200, 206);
    const { body, exchange } = reply;
    expectThat(isObject(body), {
      message: 'the body is not an action',
      expected: 'a JSON object',
      received: reply.text === '' ? 'an empty body' : reply.text,
      at: '',
      exchange,
    });
    if (isObject(body) && (select.includes('id,') || 'id' in body)) expectEqual(body.id, id, '/id', exchange);
  },
});
