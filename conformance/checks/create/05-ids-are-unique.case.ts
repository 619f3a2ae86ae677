import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { idOf } from '../../engine/world/world.js';
import { concurrently, roundInputs, roundName } from './_rounds.js';

/**
 * Creates run one after the other and concurrently, because ids made from a clock or a count may repeat only then. Some bodies differ
 * only in their pairs or their clientContext, so that an id made from the other members repeats.
 */
export default scenario('CREATE-5', {
  each: roundInputs,
  named: roundName,
  when: async (world, _, roundNumber) => {
    const { name, actionReason, vendorInformation } = world.body();
    const one = async (sent = world.body()) => {
      const reply = await world.create(sent);
      const { exchange } = reply;
      const id = idOf(reply);
      if (!isSuccess(reply) || id === undefined)
        throw new Inconclusive('a create did not respond with an action with an id', exchange);
      return { id, exchange };
    };
    if (roundNumber !== undefined) return concurrently(world, () => one());
    const withPair = (value: string) =>
      world.body({ name, actionReason, vendorInformation, parameters: [{ name: 'IP', value }] });
    return [
      await one(),
      await one(),
      await one(withPair('192.0.2.1')),
      await one(withPair('192.0.2.1')),
      await one(withPair('192.0.2.2')),
    ];
  },
  then: (all) => {
    const ids = new Set<string>();
    for (const { id, exchange } of all) {
      expectThat(!ids.has(id), {
        expected: 'an id that no other action has',
        received: preview(id),
        at: '/id',
        exchange,
      });
      ids.add(id);
    }
  },
});
