import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isJsonResponse, surrogateHalf } from './_strict-json.js';

export default rule('HTTP-19', {
  over: 'exchange',
  where: (seen) => isJsonResponse(seen) && seen.reply.text !== '',
  check: ({ reply: { notJson, text }, exchange }) => {
    expectThat(notJson === undefined, {
      message: `the JSON in the response to ${exchange.request.method} is not well-formed: ${notJson}`,
      expected: 'JSON by the grammar of RFC 8259',
      received: notJson === undefined ? 'JSON' : preview(text),
      at: '',
      exchange,
    });
    const half = surrogateHalf(text);
    expectThat(half === undefined, {
      message: `a string in the response to ${exchange.request.method} contains half of a surrogate pair`,
      expected: 'strings of Unicode characters',
      received: `a string that begins with ${preview(half, 120)}`,
      at: '',
      exchange,
    });
  },
});
