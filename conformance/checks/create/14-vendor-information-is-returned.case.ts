import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';

/** Parts that a server loses or rewrites which takes them for numbers or keeps two of them only. */
const parts = [
  { providerVersion: '18.020', subProvider: '1.10' },
  { providerVersion: '  3.0 β "x" ' },
  { subProvider: 'AppLocker – 東京 %20 <x>' },
] as const;

export default scenario('CREATE-14', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-14'),
    { says: 'vendor and provider alone', body: world.body() },
    ...parts.map((further) => {
      const body = world.body();
      const vendorInformation = { ...body.vendorInformation, ...further };
      return { says: `with ${JSON.stringify(further)}`, body: { ...body, vendorInformation } };
    }),
  ],
  named: says,
  when: (world, _, { body }) => make(world, body),
  then: (made, _, { body }) => {
    expectMade(made, ({ vendorInformation }, exchange) => {
      for (const [part, value] of Object.entries(body.vendorInformation ?? {})) {
        expectEqual(member(vendorInformation, part), value, `/vendorInformation/${part}`, exchange);
      }
    });
  },
});
