import { scenario } from '../../engine/check.js';
import { expectRejection, expectThat } from '../../engine/judge/expect.js';

export default scenario('LIST-23', {
  given: async (world) => {
    await world.action();
  },
  when: (world) =>
    world.request('GET', '/security/securityActions/$count', {
      headers: { accept: 'text/plain, application/json;q=0.5' },
    }),
  then: (reply) => {
    const { status, text, exchange } = reply;
    if (status !== 200) return expectRejection(reply, 400, 404, 501);
    expectThat(/^\uFEFF?\d+$/.test(text), {
      message: 'the body is not an integer',
      expected: 'an integer as plain text',
      received: text,
      at: '',
      exchange,
    });
  },
});
