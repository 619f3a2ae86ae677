import { scenario } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectHeader, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { answerOnNew } from '../../engine/world/control-action.js';
import { operations } from '../auth/_operations.js';

const accepts = { 'Accept: application/json': 'application/json', 'no Accept': null };

export default scenario('HTTP-5', {
  each: (world) =>
    operations(world)
      .filter(({ name }) => name !== 'cancel')
      .flatMap((attempt) => Object.entries(accepts).map(([what, accept]) => ({ attempt, what, accept }))),
  named: ({ attempt, what }) => `${attempt.name} with ${what}`,
  when: (world, _, { attempt, accept }) => answerOnNew(world, (id) => attempt.send(world, id, { headers: { accept } })),
  then: (reply, _, { attempt }) => {
    expectSuccess(reply);
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
    const { body, exchange } = reply;
    // The answer has to be about what was asked: `{}` is JSON too.
    const about = isObject(body) && (attempt.name === 'list' ? Array.isArray(body.value) : typeof body.id === 'string');
    const expected = attempt.name === 'list' ? 'a collection in JSON' : 'a securityAction in JSON';
    expectThat(about, { expected, received: reply.notJson ? reply.text : body, at: '', exchange });
  },
});
