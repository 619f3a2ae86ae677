import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { fullAction, fullBody, requirePatch } from './_patch.js';

const parts = ['vendor', 'provider', 'providerVersion', 'subProvider'] as const;
const inputs: readonly (readonly (typeof parts)[number][])[] = [
  ...parts.map((part) => [part]),
  ['providerVersion', 'subProvider'],
  ['vendor', 'provider'],
  ['vendor', 'provider', 'subProvider'],
];

/** `vendor` and `provider` are sent with their stored values, because a target may reject others. The other parts get null, then a new value. */
export default scenario('UPDATE-8', {
  inTurn: true,
  each: inputs,
  named: (sent) => sent.join(', '),
  given: async (world) => {
    const action = await actionInTurn(world, { make: () => fullAction(world) });
    const stored = action.vendorInformation;
    if (!isObject(stored) || parts.some((part) => typeof stored[part] !== 'string')) {
      throw new Inconclusive(
        'the action does not show all parts of vendorInformation, so it cannot be seen whether they stay',
      );
    }
    return action;
  },
  when: async (world, { id }, sent) => {
    const known = world.adaptedPatch(fullBody(world)).vendorInformation;
    const reads = [];
    for (const value of [null, 'Changed']) {
      const part = (name: string) => (name === 'vendor' || name === 'provider' ? member(known, name) : value);
      await requirePatch(world, id, { vendorInformation: Object.fromEntries(sent.map((name) => [name, part(name)])) });
      reads.push(await world.get(id));
    }
    return reads;
  },
  then: (reads, { vendorInformation }, sent) => {
    for (const read of reads) {
      const shown = expectEntity(read).vendorInformation;
      for (const part of parts.filter((name) => !sent.includes(name))) {
        expectEqual(member(shown, part), member(vendorInformation, part), `/vendorInformation/${part}`, read.exchange);
      }
    }
  },
});
