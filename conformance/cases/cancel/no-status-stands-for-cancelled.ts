import { scenario } from '../../kit/check.js';
import { expectEntity, expectOneOf } from '../../kit/expect.js';
import { unfinished, walk, wayName } from '../../kit/ways.js';
import { statuses } from '../../lifecycle/model.js';
import { accepted, looksUntilTheEnd } from './_cancelled.js';

export default scenario('CANCEL-9', {
  each: unfinished,
  named: wayName,
  given: walk,
  when: async (world, { id }) => {
    await accepted(world, id);
    const looks = await looksUntilTheEnd(world, id);
    await world.cancel(id);
    return [...looks, await world.get(id)];
  },
  then: (looks) => {
    for (const look of looks) expectOneOf(expectEntity(look, 200, 206).status, statuses, '/status', look.exchange);
  },
});
