import { scenario } from '../../engine/check.js';
import { NotObserved, notAccepted } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectRejection } from '../../engine/judge/expect.js';
import type { RequirementId } from '../../engine/requirement.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { rejectionsOfText } from '../create/_create-and-read.js';
import { edgeTexts, hardTexts, joinedTexts, shortEdgeTexts } from '../create/_texts.js';
import { expectSent } from './_expect-sent.js';
import { fullBody, requirePatch } from './_patch.js';

interface Input {
  readonly name: string;
  /** Sent one after the other to the same action, because a server may store only the first one. */
  readonly patches: readonly WritableBody[];
  /** The target may reject each of them; decision 0049. */
  readonly mayReject?: true;
  /** The SHOULD that says that the target accepts them in a create: where it does not accept them here, the input is not judged. */
  readonly acceptedBy?: RequirementId;
}

const hardText = '  "Quoted" \\ and/or 100 % — línea\n\tأمر 🛡️ <b>&amp;</b> \u2028 $ \' ; --  ';

function inputs(world: World): readonly Input[] {
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
  ];
}

/** The most patches of one action: the more there are, the likelier a target ends it meanwhile. */
const patchesOfOneAction = 5;

/** The special texts in the properties that take any text. */
function freeTextInputs(): readonly Input[] {
  const count = Math.ceil(hardTexts.length / patchesOfOneAction);
  return Array.from({ length: count }, (_, index) => ({
    name: `special texts, part ${index + 1}`,
    patches: hardTexts
      .slice(index * patchesOfOneAction, (index + 1) * patchesOfOneAction)
      .map(({ text }) => ({ actionReason: text, clientContext: text })),
  }));
}

/** Texts in each property that a target may reject and stores unchanged if it accepts them; decision 0049. */
function edgeInputs({ draw }: World, { vendorInformation }: WritableBody): readonly Input[] {
  const texts = [...edgeTexts(draw), joinedTexts];
  const patches: Record<string, (text: string) => WritableBody> = {
    name: (name) => ({ name }),
    actionReason: (actionReason) => ({ actionReason }),
    'names of parameters': (name) => ({ parameters: [{ name, value: '198.51.100.9' }] }),
    'values of parameters': (value) => ({ parameters: [{ name: 'IP', value }] }),
    'vendor and provider': (text) => ({ vendorInformation: { ...vendorInformation, vendor: text, provider: text } }),
    'providerVersion and subProvider': (text) => ({
      vendorInformation: { ...vendorInformation, providerVersion: text, subProvider: text },
    }),
  };
  const inputs = Object.entries(patches).map(([name, patch]) => ({
    name,
    patches: texts.map(({ text }) => patch(text)),
  }));
  const contexts = shortEdgeTexts(draw).map(({ text }) => ({ clientContext: text }));
  return [...inputs, { name: 'clientContext', patches: contexts }].map(({ name, ...input }) => ({
    ...input,
    name: `blank, short and long texts: ${name}`,
    mayReject: true,
  }));
}

/** A patch that was sent and the action after it, or the rejection. */
type Update = { readonly after: Reply; readonly sent: WritableBody } | { readonly rejected: Reply };

async function rejectionOf(world: World, id: string, patch: WritableBody): Promise<Reply | undefined> {
  const reply = await world.update(id, patch);
  return reply.status >= 300 ? reply : undefined;
}

export default scenario('UPDATE-4', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  given: (world) => actionInTurn(world, { isRead: false }),
  when: async (world, { id }, { patches, mayReject, acceptedBy }) => {
    const updates: Update[] = [];
    for (const patch of patches) {
      const sent = world.adaptedPatch(patch);
      const rejected = mayReject || acceptedBy ? await rejectionOf(world, id, sent) : undefined;
      if (rejected && acceptedBy)
        throw new NotObserved(
          `the PATCH is rejected with ${rejected.status}; ${acceptedBy} is only a SHOULD`,
          rejected.exchange,
        );
      // No text is the reason for these: the target does not answer PATCH (UPDATE-1).
      if (rejected?.status === 405 || rejected?.status === 501)
        throw notAccepted(`the PATCH responded with ${rejected.status}`, rejected.status, rejected.exchange);
      if (!mayReject && !acceptedBy) await requirePatch(world, id, sent);
      updates.push(rejected ? { rejected } : { after: await world.get(id), sent });
    }
    return updates;
  },
  then: (updates) => {
    for (const update of updates) {
      if ('rejected' in update) expectRejection(update.rejected, ...rejectionsOfText);
      else expectSent(update.after, update.sent);
    }
  },
});
