import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createInput, expectInput } from './_create-and-read.js';
import { edgeTexts, joinedTexts } from './_texts.js';

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
    ...edgeInputs(world),
  ],
  named: inputName,
  when: (world, _, input) => createInput(world, input),
  then: (result, _, input) => {
    expectInput(result, input, ({ vendorInformation }, exchange) => {
      for (const [part, value] of Object.entries(input.body.vendorInformation ?? {})) {
        expectEqual(member(vendorInformation, part), value, `/vendorInformation/${part}`, exchange);
      }
    });
  },
});

/** Texts in each part that a target may reject, as it may any vendor or provider; decision 0049. */
function edgeInputs(world: World): readonly BodyInput[] {
  const parts = ['vendor', 'provider', 'providerVersion', 'subProvider'] as const;
  return parts.flatMap((part) =>
    [...edgeTexts(world.draw), joinedTexts].map(({ name, text }) => {
      const body = world.body();
      const vendorInformation = { ...body.vendorInformation, [part]: text };
      return { name: `${part}: ${name}`, body: { ...body, vendorInformation }, mayReject: true as const };
    }),
  );
}
