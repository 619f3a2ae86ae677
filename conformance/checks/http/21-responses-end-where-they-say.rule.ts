import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('HTTP-21', {
  over: 'exchange',
  check: ({ reply, exchange }) => {
    const announced = ['transfer-encoding', 'content-length'].find((name) => reply.headers.has(name));
    expectThat(reply.status !== 204 || announced === undefined, {
      message: `a 204 response has the header field ${announced}, which announces content`,
      expected: 'neither Transfer-Encoding nor Content-Length',
      received: announced === undefined ? 'neither' : `${announced}: ${reply.headers.get(announced)}`,
      at: `header ${announced}`,
      exchange,
    });
    const framing = exchange.response?.framing;
    expectThat(framing === undefined, {
      message: `the response does not end where its header fields say: ${framing}`,
      expected: 'a response that ends where its header fields say',
      received: framing ?? '',
      exchange,
    });
  },
});
