import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { accepted, fullBody } from './_patch.js';
import { expectShows } from './_expect-sent.js';

interface Input {
  readonly says: string;
  /** Sent one after the other to the same action: a server may take over the first one only. */
  readonly patches: readonly WritableBody[];
}

const hardText = '  "Quoted" \\ and/or 100 % — línea\n\tأمر 🛡️ <b>&amp;</b> \u2028 $ \' ; --  ';

function inputs(world: World): readonly Input[] {
  const full = world.adaptedPatch(fullBody(world));
  const { parameters: _, ...others } = full;
  const fixtures = validFixtures('update').filter(({ requirement }) => requirement === 'UPDATE-4');
  return [
    { says: 'name', patches: [{ name: 'AllowIp' }, { name: 'QuarantineFile' }] },
    { says: 'actionReason', patches: [{ actionReason: world.text('First') }, { actionReason: hardText }] },
    { says: 'clientContext', patches: [{ clientContext: 'c'.repeat(256) }, { clientContext: world.text('Short') }] },
    {
      says: 'parameters',
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
      says: 'vendorInformation',
      patches: [
        { vendorInformation: full.vendorInformation },
        { vendorInformation: { ...full.vendorInformation, providerVersion: '4.0', subProvider: 'Another Filter' } },
      ],
    },
    { says: 'status', patches: [{ status: 'Running' }, { status: 'Completed' }] },
    {
      says: 'everything at once',
      patches: [
        { ...full, status: 'Running' },
        { ...others, actionReason: world.text('Again'), status: 'Completed' },
      ],
    },
    ...fixtures.map(({ says, body }) => ({ says, patches: [body] })),
  ];
}

export default scenario('UPDATE-4', {
  each: inputs,
  named: ({ says }) => says,
  given: (world) => world.action(),
  when: async (world, { id }, { patches }) => {
    const seen: { readonly look: Reply; readonly sent: WritableBody }[] = [];
    for (const patch of patches) {
      const sent = world.adaptedPatch(patch);
      await accepted(world, id, sent);
      seen.push({ look: await world.get(id), sent });
    }
    return seen;
  },
  then: (seen) => {
    for (const { look, sent } of seen) expectShows(look, sent);
  },
});
