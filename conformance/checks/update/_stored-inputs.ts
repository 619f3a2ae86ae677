import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';
import {
  edgeTexts,
  hardTexts,
  joinableGroups,
  joined,
  joinedTexts,
  shortEdgeTexts,
  textWithNul,
} from '../create/_texts.js';
import { fullBody } from './_patch.js';

/** Patches of one kind. */
export interface StoredInput {
  readonly name: string;
  /** Sent one after the other to the same action, because a server may store only the first one. */
  readonly patches: readonly WritableBody[];
  /** The target may reject each of them; decision 0049. */
  readonly mayReject?: true;
  /** The SHOULD that says that the target accepts them in a create: where it does not accept them here, the input is not judged. */
  readonly acceptedBy?: RequirementId;
  /** Patches that contain those of several inputs. If all are stored as they were sent, no input needs patches of its own. */
  readonly together?: { readonly key: string; readonly patches: readonly WritableBody[] };
}

const hardText = '  "Quoted" \\ and/or 100 % — línea\n\tأمر 🛡️ <b>&amp;</b> \u2028 $ \' ; --  ';

/** The patches whose properties must be stored. */
export function storedInputs(world: World): readonly StoredInput[] {
  const full = world.adaptedPatch(fullBody(world));
  const { parameters: _, ...others } = full;
  const fixtures = validFixtures('update').filter(({ requirement }) => requirement === 'UPDATE-4');
  return [
    { name: 'name', patches: [{ name: 'AllowIp' }, { name: 'QuarantineFile' }] },
    { name: 'actionReason', patches: [{ actionReason: world.text('First') }, { actionReason: hardText }] },
    { name: 'clientContext', patches: [{ clientContext: 'c'.repeat(256) }, { clientContext: world.text('Short') }] },
    {
      name: 'parameters',
      patches: [
        {
          parameters: [
            { name: 'Note', value: 'none' },
            { name: 'IP', value: hardText },
          ],
        },
        { parameters: [{ name: 'IP', value: '198.51.100.9' }] },
      ],
    },
    {
      name: 'vendorInformation',
      patches: [
        { vendorInformation: full.vendorInformation },
        { vendorInformation: { ...full.vendorInformation, providerVersion: '4.0', subProvider: 'Another Filter' } },
      ],
    },
    { name: 'status', patches: [{ status: 'Running' }, { status: 'Completed' }] },
    {
      name: 'all members at once',
      patches: [
        { ...full, status: 'Running' },
        { ...others, actionReason: world.text('Again'), status: 'Completed' },
      ],
    },
    {
      name: 'the largest and the smallest codes of an error',
      patches: [
        { status: 'Failed', errorInfo: { code: 2_147_483_647, subcode: -2_147_483_648, message: 'At the bounds' } },
      ],
    },
    {
      name: 'a null value in a pair',
      patches: [
        {
          parameters: [
            { name: 'Note', value: null },
            { name: 'IP', value: '198.51.100.10' },
          ],
        },
      ],
      acceptedBy: 'CREATE-21',
    },
    ...fixtures.map(({ says, body }) => ({ name: says, patches: [body] })),
    ...freeTextInputs(),
    ...edgeInputs(world, full),
    { name: 'the character U+0000', patches: patchesWithNul(world, full), mayReject: true },
  ];
}

/** The most patches of one action: the more there are, the likelier a target ends it meanwhile. */
const patchesOfOneAction = 5;

/** The special texts in the properties that take any text; those of all parts are also sent in groups. */
function freeTextInputs(): readonly StoredInput[] {
  const count = Math.ceil(hardTexts.length / patchesOfOneAction);
  const patch = (text: string) => ({ actionReason: text, clientContext: text });
  const together = { key: 'special texts', patches: joinableGroups(hardTexts).map((group) => patch(joined(group))) };
  return Array.from({ length: count }, (_, index) => ({
    name: `special texts, part ${index + 1}`,
    patches: hardTexts
      .slice(index * patchesOfOneAction, (index + 1) * patchesOfOneAction)
      .map(({ text }) => patch(text)),
    together,
  }));
}

function patchesWithNul({ draw }: World, full: WritableBody): readonly WritableBody[] {
  return Object.values(patchesOf(full)).map((patch) => patch(textWithNul(draw).text));
}

/** A PATCH of each property with a text. */
function patchesOf({ vendorInformation }: WritableBody): Readonly<Record<string, (text: string) => WritableBody>> {
  return {
    name: (name) => ({ name }),
    actionReason: (actionReason) => ({ actionReason }),
    clientContext: (clientContext) => ({ clientContext }),
    'names of parameters': (name) => ({ parameters: [{ name, value: '198.51.100.9' }] }),
    'values of parameters': (value) => ({ parameters: [{ name: 'IP', value }] }),
    'vendor and provider': (text) => ({ vendorInformation: { ...vendorInformation, vendor: text, provider: text } }),
    'providerVersion and subProvider': (text) => ({
      vendorInformation: { ...vendorInformation, providerVersion: text, subProvider: text },
    }),
  };
}

/** Texts in each property that a target may reject and stores unchanged if it accepts them; decision 0049. */
function edgeInputs({ draw }: World, full: WritableBody): readonly StoredInput[] {
  const { clientContext: _, ...patches } = patchesOf(full);
  const texts = [...edgeTexts(draw), joinedTexts];
  const inputs = Object.entries(patches).map(([name, patch]) => ({
    name,
    patches: texts.map(({ text }) => patch(text)),
  }));
  const contexts = shortEdgeTexts(draw).map(({ text }) => ({ clientContext: text }));
  return [...inputs, { name: 'clientContext', patches: contexts }].map(({ name, ...input }, __, all) => ({
    ...input,
    name: `blank, short and long texts: ${name}`,
    mayReject: true,
    together: togetherWith(name, all),
  }));
}

/** The inputs that send other parts of these two properties. */
const secondParts = ['values of parameters', 'providerVersion and subProvider'];

/** The patches of this input together with those of the others that send other properties; no two properties get the same text at once. */
function togetherWith(
  name: string,
  all: readonly Pick<StoredInput, 'name' | 'patches'>[],
): NonNullable<StoredInput['together']> {
  const isSecond = secondParts.includes(name);
  const some = all.filter((one) => secondParts.includes(one.name) === isSecond);
  const most = Math.max(...some.map(({ patches }) => patches.length));
  const patches = Array.from({ length: most }, (_, index) =>
    Object.assign({}, ...some.map((one, place) => one.patches[(index + place) % most])),
  );
  return { key: isSecond ? 'texts of second parts' : 'texts of all properties', patches };
}
