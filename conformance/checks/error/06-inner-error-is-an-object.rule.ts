import { rule } from '../../engine/check.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

const spellings = ['innererror', 'innerError'];

export default rule('ERROR-6', {
  over: 'error',
  unseen: 'no error with an inner error was received',
  where: ({ reply }) => spellings.some((name) => member(errorOf(reply), name) !== undefined),
  check: ({ reply, exchange }) => {
    for (const name of spellings) {
      const inner = member(errorOf(reply), name);
      if (inner === undefined) continue;
      expectThat(isObject(inner), {
        message: `error.${name} is not an object`,
        expected: 'an object',
        received: inner,
        at: `/error/${name}`,
        exchange,
      });
    }
  },
});
