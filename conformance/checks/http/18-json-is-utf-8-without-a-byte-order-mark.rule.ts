import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isJsonResponse } from './_strict-json.js';

export default rule('HTTP-18', {
  over: 'exchange',
  // A response that repeats the request is no evidence of how the target writes JSON.
  where: (seen) =>
    isJsonResponse(seen) &&
    seen.exchange.request.bytes !== true &&
    seen.reply.text !== seen.reply.request.body &&
    (seen.reply.text !== '' || seen.exchange.response?.byteOrderMark === true),
  check: ({ reply, exchange }) => {
    const { byteOrderMark, notUtf8 } = exchange.response ?? {};
    expectThat(!byteOrderMark, {
      message: `the JSON in the response to ${exchange.request.method} begins with a byte order mark`,
      expected: 'JSON in UTF-8 without a byte order mark',
      received: 'the bytes EF BB BF before the JSON',
      at: '',
      exchange,
    });
    expectThat(!notUtf8, {
      message: `the JSON in the response to ${exchange.request.method} is not valid UTF-8`,
      expected: 'JSON in UTF-8',
      received: notUtf8 ? `bytes that are not UTF-8 (U+FFFD here): ${preview(reply.text)}` : 'UTF-8',
      at: '',
      exchange,
    });
  },
});
