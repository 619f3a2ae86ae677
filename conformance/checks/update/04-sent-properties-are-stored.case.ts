import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { expectSent } from './_expect-sent.js';
import { fullBody, requirePatch } from './_patch.js';

interface Input {
  readonly name: string;
  /** Sent one after the other to the same action, because a server may store only the first one. */
  readonly patches: readonly WritableBody[];
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
            { name: 'Note', value: null },
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
    ...fixtures.map(({ says, body }) => ({ name: says, patches: [body] })),
  ];
}

export default scenario('UPDATE-4', {
  each: inputs,
  named: ({ name }) => name,
  given: (world) => world.action(),
  when: async (world, { id }, { patches }) => {
    const updates: { readonly after: Reply; readonly sent: WritableBody }[] = [];
    for (const patch of patches) {
      const sent = world.adaptedPatch(patch);
      await requirePatch(world, id, sent);
      updates.push({ after: await world.get(id), sent });
    }
    return updates;
  },
  then: (updates) => {
    for (const { after, sent } of updates) expectSent(after, sent);
  },
});
