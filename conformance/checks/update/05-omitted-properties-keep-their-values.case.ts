import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { withControlAction } from '../../engine/world/control-action.js';
import type { World } from '../../engine/world/world.js';
import { effective, fullAction } from './_patch.js';

const always = ['id', 'name', 'actionReason', 'clientContext', 'parameters', 'vendorInformation', 'createdDateTime'];
const fromTheToken = ['appId', 'azureTenantId', 'user'];
/** What changes with the status, and only with it. */
const withTheStatus = ['status', 'states', 'completedDateTime', 'errorInfo'];

interface Input {
  readonly says: string;
  readonly patches: readonly WritableBody[];
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
  const alone = single.map((patch) => ({ says: Object.keys(patch).join(), patches: [patch] }));
  return [
    ...alone,
    { says: 'status, to its end', patches: [{ status: 'Completed' }] },
    { says: 'each in its turn', patches: single },
    { says: 'in reverse', patches: [...single].reverse() },
  ];
}

/** Each update sends one property of a full action; what was sent before counts as unsent from then on. */
export default scenario('UPDATE-5', {
  each: inputs,
  named: ({ says }) => says,
  when: (world, _, { patches }) =>
    withControlAction(world, {
      make: () => fullAction(world),
      act: async ({ id }) => {
        const looks = [];
        for (const patch of patches) {
          const before = await world.read(id);
          const sent = world.adaptedPatch(patch);
          looks.push({ before, after: await effective(world, id, sent), kept: unsent(sent) });
        }
        return looks;
      },
      expected: (looks) =>
        looks.every(
          ({ before, after, kept }) => !kept.includes('status') || member(after.body, 'status') === before.status,
        ),
    }),
  then: ({ seen }) => {
    for (const { before, after, kept } of seen) {
      const now = expectEntity(after, 200, 206);
      for (const name of kept) expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, after.exchange);
    }
  },
});

function unsent(sent: WritableBody): readonly string[] {
  const names = [...always, ...fromTheToken, ...(sent.status === undefined ? withTheStatus : [])];
  return names.filter((name) => !Object.hasOwn(sent, name));
}
