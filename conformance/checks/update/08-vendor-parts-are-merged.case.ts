import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { accepted, fullAction, fullBody } from './_patch.js';

const parts = ['vendor', 'provider', 'providerVersion', 'subProvider'] as const;
const inputs: readonly (readonly (typeof parts)[number][])[] = [
  ...parts.map((part) => [part]),
  ['providerVersion', 'subProvider'],
  ['vendor', 'provider'],
  ['vendor', 'provider', 'subProvider'],
];

/** A part that names the product keeps the value that the target knows; the other two get a new one, and null the time after. */
export default scenario('UPDATE-8', {
  each: inputs,
  named: (sent) => sent.join(', '),
  given: async (world) => {
    const action = await fullAction(world);
    const stored = action.vendorInformation;
    if (!isObject(stored) || parts.some((part) => typeof stored[part] !== 'string')) {
      throw new Inconclusive('the action does not show all parts of vendorInformation, so none can be seen to stay');
    }
    return action;
  },
  when: async (world, { id }, sent) => {
    const known = world.adaptedPatch(fullBody(world)).vendorInformation;
    const looks = [];
    for (const value of ['Changed', null]) {
      const part = (name: string) => (name === 'vendor' || name === 'provider' ? member(known, name) : value);
      await accepted(world, id, { vendorInformation: Object.fromEntries(sent.map((name) => [name, part(name)])) });
      looks.push(await world.get(id));
    }
    return looks;
  },
  then: (looks, { vendorInformation }, sent) => {
    for (const look of looks) {
      const shown = expectEntity(look, 200, 206).vendorInformation;
      for (const part of parts.filter((name) => !sent.includes(name))) {
        const at = `/vendorInformation/${part}`;
        expectEqual(member(shown, part), member(vendorInformation, part), at, look.exchange);
      }
    }
  },
});
