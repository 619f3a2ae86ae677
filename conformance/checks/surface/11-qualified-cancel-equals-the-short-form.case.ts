import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { inTime } from '../../engine/world/in-time.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { actionPath } from './_paths.js';

export default scenario('SURFACE-11', {
  when: (world) =>
    withControlAction(world, {
      make: () => world.action(),
      act: async ({ id }) => {
        const path = `${actionPath(id)}/microsoft.graph.cancelSecurityAction`;
        const reply = await world.request('POST', path, { operation: 'cancel' });
        const isFinished = ({ status }: ObservedObject) => isFinalStatus(status);
        return {
          reply,
          last:
            reply.status < 300
              ? await inTime(world, 'a cancelled action ended', () => world.read(id), isFinished)
              : undefined,
        };
      },
      expected: ({ reply }) => reply.status < 300,
    }),
  then: ({ seen: { reply, last } }) => {
    expectSuccess(reply);
    const { exchange } = reply;
    expectThat(isFinalStatus(last?.status), {
      message: 'the action is not finished after the qualified cancel',
      expected: 'a final status',
      received: preview(last?.status),
      at: '/status',
      exchange,
    });
  },
});
