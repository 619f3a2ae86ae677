import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { changedByReading } from '../../engine/world/changed-by-reading.js';
import { differing } from '../../model/shown-action.js';
import { actionAfterControl } from './_patch.js';
import { expectIgnoredOrRejected, hasSeveral, sendForged } from './_server-owned.js';

const names = ['appId', 'azureTenantId', 'user'] as const;
const forged = {
  appId: '0f0f0f0f-1111-4222-8333-444444444444',
  azureTenantId: '0e0e0e0e-1111-4222-8333-444444444444',
  user: 'someone.else@example.com',
};
const inputs: readonly object[] = [
  ...names.map((name) => ({ [name]: forged[name] })),
  forged,
  { appId: null, azureTenantId: null, user: null },
  { appId: '', azureTenantId: '', user: '' },
];

export default scenario('UPDATE-23', {
  inTurn: true,
  each: inputs,
  named: (input) => JSON.stringify(input),
  given: (world) => actionAfterControl(world),
  when: async (world, action, input) => {
    const seen = await sendForged(world, action, input, hasSeveral(input));
    const changed = seen.some(({ after }) => names.some((name) => differing(after.body, action).includes(name)));
    return { seen, changing: changed ? await changedByReading(world) : [] };
  },
  then: ({ seen, changing }, action) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRejected(reply);
      const shown = expectEntity(after);
      for (const name of names.filter((one) => !changing.includes(one)))
        expectEqual(shown[name] ?? null, action[name] ?? null, `/${name}`, after.exchange);
    }
  },
});
