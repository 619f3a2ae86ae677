import { scenario } from '../../kit/check.js';
import { expectEntity, expectOneOf } from '../../kit/expect.js';
import { unfinished, walk, wayName } from '../../kit/ways.js';
import { statuses } from '../../lifecycle/model.js';
import { looksThroughTwoCancels } from './_cancelled.js';

export default scenario('CANCEL-9', {
  each: unfinished,
  named: wayName,
  given: walk,
  when: looksThroughTwoCancels,
  then: (looks) => {
    for (const look of looks) expectOneOf(expectEntity(look, 200, 206).status, statuses, '/status', look.exchange);
  },
});
