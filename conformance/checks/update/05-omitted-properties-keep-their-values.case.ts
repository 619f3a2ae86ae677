import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { changedByReading } from '../../engine/world/changed-by-reading.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { differing } from '../../model/shown-action.js';
import { fullAction, requireEffectivePatch, requirePatch } from './_patch.js';

const always = ['id', 'name', 'actionReason', 'clientContext', 'parameters', 'vendorInformation', 'createdDateTime'];
const fromTheToken = ['appId', 'azureTenantId', 'user'];
/** Members that change only with the status. */
const withTheStatus = ['status', 'states', 'completedDateTime', 'errorInfo'];

interface Input {
  readonly name: string;
  readonly patches: readonly WritableBody[];
  /** True if the action has failed before, so that it has an error and a date of completion. */
  readonly failed?: true;
}

function inputs(world: World): readonly Input[] {
  const vendorInformation = { vendor: 'Example Security', provider: 'Example Provider', providerVersion: '9.9' };
  const single: readonly WritableBody[] = [
    { name: 'AllowIp' },
    { actionReason: world.text('Another reason') },
    { clientContext: world.text('Another context') },
    { parameters: [{ name: 'IP', value: '198.51.100.77' }] },
    { vendorInformation },
    { status: 'Running' },
  ];
  const alone = single.map((patch) => ({ name: Object.keys(patch).join(), patches: [patch] }));
  return [
    ...alone,
    { name: 'status to Completed', patches: [{ status: 'Completed' }] },
    {
      name: 'a reason after the action failed',
      patches: [{ actionReason: world.text('Why it failed') }],
      failed: true,
    },
    { name: 'each property in turn', patches: single },
    { name: 'each property in reverse order', patches: [...single].reverse() },
  ];
}

/** Each PATCH sends one property of a full action. All properties that it omits must keep their values, also those sent by an earlier PATCH. */
export default scenario('UPDATE-5', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  when: (world, _, { patches, failed }) =>
    withControlAction(world, {
      make: async () => {
        if (patches.length === 1 && !failed) return actionInTurn(world, { make: () => fullAction(world) });
        const action = await fullAction(world);
        return failed ? failedAction(world, action) : action;
      },
      act: async (action) => {
        const updates = [];
        let before = action;
        for (const patch of patches) {
          const sent = world.adaptedPatch(patch);
          const after = await requireEffectivePatch(world, action.id, sent);
          const kept = omittedFrom(sent, before);
          const changed = kept.some((name) => differing(after.body, before).includes(name));
          const changing = changed ? await changedByReading(world) : [];
          updates.push({ before, after, kept: kept.filter((name) => !changing.includes(name)) });
          before = { ...world.entity(after), id: action.id };
        }
        return updates;
      },
      expected: (updates) =>
        updates.every(
          ({ before, after, kept }) => !kept.includes('status') || member(after.body, 'status') === before.status,
        ),
    }),
  then: ({ seen }) => {
    for (const { before, after, kept } of seen) {
      const now = expectEntity(after);
      for (const name of kept) expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, after.exchange);
    }
  },
});

/**
 * Lets an action fail, and reads it; the control is a PATCH of another failed action.
 *
 * @throws NotObserved when the target rejects a PATCH of a failed action, which no page forbids.
 */
async function failedAction(world: World, { id }: Action): Promise<Action> {
  await world.shared.once('PATCH of a failed action', async () => {
    const control = await world.action();
    await requirePatch(world, control.id, statusPatch('Failed'));
    const { status, exchange } = await world.update(control.id, { actionReason: world.text('Control') });
    if (status >= 400 && status < 500)
      throw new NotObserved(`a PATCH of a failed action is rejected with ${status}`, exchange);
  });
  await requirePatch(world, id, statusPatch('Failed'));
  return world.read(id);
}

/** RESOURCE-19 judges the time of completion of an action that is not finished. */
function omittedFrom(sent: WritableBody, { status }: Action): readonly string[] {
  const names = [...always, ...fromTheToken, ...(sent.status === undefined ? withTheStatus : [])];
  return names.filter((name) => !Object.hasOwn(sent, name) && (name !== 'completedDateTime' || isFinalStatus(status)));
}
