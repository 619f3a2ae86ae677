import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** Parts that a server changes when it reads them as numbers or stores only two of them. */
const furtherParts = [
  { providerVersion: '18.020', subProvider: '1.10' },
  { providerVersion: '  3.0 β "x" ' },
  { subProvider: 'AppLocker – 東京 %20 <x>' },
] as const;

export default scenario('CREATE-14', {
  each: (world): readonly BodyInput[] => [
    ...fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-14'),
    { name: 'only vendor and provider', body: world.body() },
    ...furtherParts.map((further) => {
      const body = world.body();
      const vendorInformation = { ...body.vendorInformation, ...further };
      return { name: `with ${JSON.stringify(further)}`, body: { ...body, vendorInformation } };
    }),
  ],
  named: inputName,
  when: (world, _, { body }) => createAndRead(world, body),
  then: (result, _, { body }) => {
    expectCreated(result, ({ vendorInformation }, exchange) => {
      for (const [part, value] of Object.entries(body.vendorInformation ?? {})) {
        expectEqual(member(vendorInformation, part), value, `/vendorInformation/${part}`, exchange);
      }
    });
  },
});
