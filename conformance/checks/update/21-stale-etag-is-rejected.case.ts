import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectStatus, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { fullAction } from './_patch.js';

const patches = [
  { says: 'a text', patch: { actionReason: 'Sent with a stale tag' } },
  { says: 'the status', patch: statusPatch('Failed') },
  { says: 'a text and the status', patch: { name: 'AllowIp', ...statusPatch('Running') } },
];

export default scenario('UPDATE-21', {
  each: patches,
  named: ({ says }) => says,
  when: (world, _, { patch }) =>
    withControlAction(world, {
      make: () => outdated(world),
      act: async ({ id, stale }) => {
        const again = async () => ({
          reply: await world.update(id, patch, { headers: { 'if-match': stale } }),
          after: await world.get(id),
        });
        return [await again(), await again()];
      },
      expected: (looks, action) => looks.every(({ after }) => !hasMoved(after, action)),
    }),
  then: ({ seen, action }) => {
    for (const { reply, after } of seen) {
      expectStatus(reply, 412);
      expectUnchanged(after, action);
    }
  },
});

/** An action with a tag that was in date once; a target that moves actions by itself may come in between, so there are three attempts. */
async function outdated(world: World): Promise<Action & { readonly stale: string }> {
  for (let attempt = 1; ; attempt++) {
    const { id } = await fullAction(world);
    const stale = tagIn(await world.get(id));
    const reply = await world.update(id, { actionReason: world.text('In date') }, { headers: { 'if-match': stale } });
    if (reply.status >= 300 && attempt < 3) continue;
    const look = await world.get(id);
    if (reply.status < 300 && tagIn(look) !== stale) return { ...world.entity(look, 200), stale };
    throw new Inconclusive(
      'a PATCH with the present entity tag was not accepted, or left the tag as it was',
      reply.exchange,
    );
  }
}

function tagIn(look: Reply): string {
  const tag = look.headers.get('etag') ?? member(look.body, '@odata.etag');
  if (typeof tag === 'string') return tag;
  throw new Inconclusive('a get shows no entity tag', look.exchange);
}
