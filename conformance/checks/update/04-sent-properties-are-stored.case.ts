import { scenario } from '../../engine/check.js';
import { NotObserved, notAccepted, unlessInconclusive } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { countJudgements } from '../../engine/judge/judge.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { World } from '../../engine/world/world.js';
import { rejectionsOfText } from '../create/_create-and-read.js';
import { containsSent, expectSent } from './_expect-sent.js';
import { requirePatch } from './_patch.js';
import { storedInputs } from './_stored-inputs.js';

/** A patch that was sent and the action after it, or the rejection. */
type Update = { readonly after: Reply; readonly sent: WritableBody } | { readonly rejected: Reply };

async function rejectionOf(world: World, id: string, patch: WritableBody): Promise<Reply | undefined> {
  const reply = await world.update(id, patch);
  return reply.status >= 300 ? reply : undefined;
}

/** Sends the patches to an action of their own; `undefined` unless each is accepted and stored as it was sent. */
async function storedTogether(world: World, patches: readonly WritableBody[]): Promise<readonly Update[] | undefined> {
  const updates = await unlessInconclusive(patchEach(world, patches));
  return updates && countJudgements(() => expectStored(updates)).finding ? undefined : updates;
}

async function patchEach(world: World, patches: readonly WritableBody[]): Promise<readonly Update[]> {
  const updates: Update[] = [];
  const { id } = await world.action();
  for (const patch of patches) {
    const sent = world.adaptedPatch(patch);
    await requirePatch(world, id, sent);
    updates.push({ after: await world.get(id), sent });
  }
  return updates;
}

function expectStored(updates: readonly Update[]): void {
  for (const update of updates) {
    if ('rejected' in update) expectRejection(update.rejected, ...rejectionsOfText);
    else expectSent(update.after, update.sent, containsSent);
  }
}

export default scenario('UPDATE-4', {
  inTurn: true,
  each: storedInputs,
  named: ({ name }) => name,
  when: async (world, _, { patches, mayReject, acceptedBy, together }) => {
    const isStateful = world.profile.class === 'stateful';
    const stored =
      together && isStateful
        ? await world.shared.once(together.key, (own) => storedTogether(own, together.patches))
        : undefined;
    if (stored) return stored;
    const { id } = await actionInTurn(world, { isRead: false });
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
    requireAdoptedError(updates);
    return updates;
  },
  then: expectStored,
});

/** @throws NotObserved if the target shows another error than was sent, because it may ignore `errorInfo` (decision 0033). */
function requireAdoptedError(updates: readonly Update[]): void {
  for (const update of updates) {
    if ('rejected' in update || !update.sent.errorInfo) continue;
    const { after, sent } = update;
    if (member(member(after.body, 'errorInfo'), 'message') !== sent.errorInfo?.message)
      throw new NotObserved('the target ignores errorInfo in a PATCH', after.exchange);
  }
}
