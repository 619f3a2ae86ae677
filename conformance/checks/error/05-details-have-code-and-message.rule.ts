import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

export default rule('ERROR-5', {
  over: 'error',
  unseen: 'no error with details was received',
  where: ({ reply }) => member(errorOf(reply), 'details') !== undefined,
  check: ({ reply, exchange }) => {
    const details = member(errorOf(reply), 'details');
    const isComplete = (one: unknown) => ['code', 'message'].every((name) => typeof member(one, name) === 'string');
    expectThat(Array.isArray(details) && details.every(isComplete), {
      message: 'error.details is not an array of objects with code and message',
      expected: 'an array of objects with a string `code` and a string `message`',
      received: details,
      at: '/error/details',
      exchange,
    });
  },
});
