import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { type BodyInput, type Edit, editedInputs, fixtureInputs, inputName } from './_bodies.js';
import { createInput, expectInput } from './_create-and-read.js';
import { edgeTexts, joinedTexts, type Text, textWithNul } from './_texts.js';

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
    ...editedInputs(
      () => world.body(),
      editedParts(() => [...edgeTexts(world.draw), joinedTexts]),
    ),
    ...editedInputs(
      () => world.body(),
      editedParts(() => [textWithNul(world.draw)]),
      'U+0000',
    ),
  ],
  named: inputName,
  when: (world, _, input) => createInput(world, input, expectParts),
  then: (result, _, input) => expectInput(result, input, expectParts),
});

function expectParts({ vendorInformation }: Action, exchange: Exchange, sent: WritableBody): void {
  for (const [part, value] of Object.entries(sent.vendorInformation ?? {})) {
    expectEqual(member(vendorInformation, part), value, `/vendorInformation/${part}`, exchange);
  }
}

/** Texts in each part that a target may reject, as it may any vendor or provider; decision 0049. */
function editedParts(texts: () => readonly Text[]): readonly (readonly Edit[])[] {
  return (['vendor', 'provider', 'providerVersion', 'subProvider'] as const).map((part) =>
    texts().map(({ name, text }) => ({
      name: `${part}: ${name}`,
      edit: (body) => ({ ...body, vendorInformation: { ...body.vendorInformation, [part]: text } as Vendor }),
    })),
  );
}

type Vendor = NonNullable<WritableBody['vendorInformation']>;
