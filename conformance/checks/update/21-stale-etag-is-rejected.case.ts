import { scenario } from '../../engine/check.js';
import { Inconclusive, notAccepted } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { exceptProgress, expectStatus, expectUnchanged } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { fullAction } from './_patch.js';

const inputs = [
  { name: 'a PATCH of a text', patch: { actionReason: 'Sent with a stale tag' } },
  { name: 'a PATCH of the status', patch: statusPatch('Failed') },
  { name: 'a PATCH of a text and the status', patch: { name: 'AllowIp', ...statusPatch('Running') } },
];

export default scenario('UPDATE-21', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  when: (world, _, { patch }) =>
    withControlAction(world, {
      make: () => withStaleTag(world),
      act: async ({ id, stale }) => {
        const attempt = async () => ({
          reply: await world.update(id, patch, { headers: { 'if-match': stale } }),
          after: await world.get(id),
        });
        return [await attempt(), await attempt()];
      },
      expected: (attempts, action) => attempts.every(({ after }) => !hasMoved(after, action)),
      after: (attempts) => attempts.at(-1)?.after,
    }),
  then: ({ seen, action, ...progress }) => {
    for (const { reply, after } of seen) {
      expectStatus(reply, 412);
      expectUnchanged(after, action, exceptProgress(progress));
    }
  },
});

/**
 * Creates an action and reads its entity tag, then updates the action so that the tag is stale. Tries three times, because a target that
 * moves actions by itself may change the tag in between.
 *
 * @throws Inconclusive when the tag does not become stale.
 */
async function withStaleTag(world: World): Promise<Action & { readonly stale: string }> {
  for (let tries = 1; ; tries++) {
    const { id } = await actionInTurn(world, { make: () => fullAction(world) });
    const stale = tagIn(await world.get(id));
    const reply = await world.update(
      id,
      { actionReason: world.text('Sent with the current tag') },
      { headers: { 'if-match': stale } },
    );
    if (reply.status >= 300 && tries < 3) continue;
    const read = await world.get(id);
    if (reply.status < 300 && tagIn(read) !== stale) return { ...world.entity(read), stale };
    throw notAccepted(
      'a PATCH with the current entity tag was rejected or did not change the tag',
      reply.status === 412 ? 409 : reply.status,
      reply.exchange,
    );
  }
}

function tagIn(read: Reply): string {
  const tag = read.headers.get('etag') ?? member(read.body, '@odata.etag');
  if (typeof tag === 'string') return tag;
  throw new Inconclusive('the response to the get has no entity tag', read.exchange);
}
