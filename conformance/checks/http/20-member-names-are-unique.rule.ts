import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isJsonResponse, repeatedName } from './_strict-json.js';

export default rule('HTTP-20', {
  over: 'exchange',
  where: (seen) => isJsonResponse(seen) && seen.reply.text !== '' && seen.reply.notJson === undefined,
  check: ({ reply: { text, json }, exchange }) => {
    const name = repeatedName(text, json);
    expectThat(name === undefined, {
      message: `an object in the response to ${exchange.request.method} has two members with the name ${JSON.stringify(name)}`,
      expected: 'each member name once in an object',
      received: `${JSON.stringify(name)} twice`,
      at: '',
      exchange,
    });
  },
});
