import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { expectMade, make } from './_create-and-read.js';

/** After an action that has all parts: what it left behind would show in the next one. */
export default scenario('CREATE-15', {
  given: (world) => {
    const body = world.body();
    const vendorInformation = { ...body.vendorInformation, providerVersion: '18.02', subProvider: 'AppLocker' };
    return world.action({ body: { ...body, vendorInformation } });
  },
  when: async (world) => {
    const made = await make(world, world.body());
    if (!isObject(world.entity(made.reply, 201).vendorInformation))
      throw new Inconclusive('no vendorInformation is shown', made.reply.exchange);
    return made;
  },
  then: (made) => {
    expectMade(made, ({ vendorInformation }, exchange) => {
      if (!isObject(vendorInformation)) return;
      for (const part of ['providerVersion', 'subProvider']) {
        expectEqual(vendorInformation[part] ?? null, null, `/vendorInformation/${part}`, exchange);
      }
    });
  },
});
