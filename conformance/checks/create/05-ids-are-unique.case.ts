import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { round, roundName, withRounds } from './_rounds.js';

/**
 * One after the other and at the same time: ids made from a clock or a count of what is there repeat only then. Some differ in their
 * pairs or in their context alone: ids made from the other members repeat there.
 */
export default scenario('CREATE-5', {
  each: withRounds,
  named: roundName,
  when: async (world, _, input) => {
    const { name, actionReason, vendorInformation } = world.body();
    const one = async (sent = world.body()) => {
      const { status, body, exchange } = await world.create(sent);
      const id = member(body, 'id');
      if (status !== 201 || typeof id !== 'string')
        throw new Inconclusive('a create gave no action with an id', exchange);
      return { id, exchange };
    };
    if (input !== undefined) return round(world, () => one());
    const alike = (value: string) =>
      world.body({ name, actionReason, vendorInformation, parameters: [{ name: 'IP', value }] });
    const inTurn = [
      await one(),
      await one(),
      await one(),
      await one(alike('192.0.2.1')),
      await one(alike('192.0.2.1')),
    ];
    return [...inTurn, await one(alike('192.0.2.2')), ...(await Promise.all([one(), one(), one(), one(), one()]))];
  },
  then: (all) => {
    const ids = new Set<string>();
    for (const { id, exchange } of all) {
      expectThat(!ids.has(id), { expected: 'an id that no other action has', received: id, at: '/id', exchange });
      ids.add(id);
    }
  },
});
