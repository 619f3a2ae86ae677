import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** The action before it has all parts, so that values carried over from it show. */
export default scenario('CREATE-15', {
  given: (world) => {
    const body = world.body();
    const vendorInformation = { ...body.vendorInformation, providerVersion: '18.02', subProvider: 'AppLocker' };
    return world.action({ body: { ...body, vendorInformation } });
  },
  when: async (world) => {
    const result = await createAndRead(world, world.body());
    if (!isObject(world.entity(result.reply).vendorInformation))
      throw new Inconclusive('the new action does not show vendorInformation', result.reply.exchange);
    return result;
  },
  then: (result) => {
    expectCreated(result, ({ vendorInformation }, exchange) => {
      if (!isObject(vendorInformation)) return;
      for (const part of ['providerVersion', 'subProvider']) {
        expectEqual(vendorInformation[part] ?? null, null, `/vendorInformation/${part}`, exchange);
      }
    });
  },
});
