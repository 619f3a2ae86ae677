import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import { scenario } from '../../check.js';
import type { Reply } from '../../evidence/reply.js';
import { expectStatus, expectUnchanged } from '../../judge/expect.js';
import { Scheduler } from '../../run/scheduler.js';
import { Session } from '../../run/session/session.js';
import { json, quick, targetOf } from '../../testing.js';
import { withControlAction } from '../control-action.js';
import type { Action } from '../world.js';

const reasons = [1, 2, 3, 4, 5, 6];

/** What a case with these numbers as reasons comes to on the reference behind this handler, and the requests that it sent. */
async function played(
  handle: (number: number, forward: () => Promise<Response>, id: string) => Promise<Response>,
  inputs: readonly number[] = reasons,
) {
  const { fetch, tokens } = createReference();
  const sent: string[] = [];
  const target = targetOf(
    async (request) => {
      const { method, url } = request;
      sent.push(method);
      const forward = async () => fetch(request);
      if (method !== 'PATCH') return forward();
      const { actionReason } = (await request.clone().json()) as { actionReason: number };
      return handle(actionReason, forward, url);
    },
    { tokens: await tokens.mintAll() },
  );
  const check = scenario('UPDATE-10', {
    each: reasons,
    named: String,
    when: (world, _, input: number) => {
      const send = (own: typeof world, id: string, reason: number) =>
        own.update(id, { actionReason: reason }, { defect: 'a number' });
      return withControlAction<Action, { reply: Reply; after: Reply }, number>(world, {
        make: async (own) => own.read((await own.action()).id),
        act: async ({ id }) => ({ reply: await send(world, id, input), after: await world.get(id) }),
        expected: () => true,
        together: {
          kind: 'new',
          read: ({ after }) => after,
          all: {
            input,
            uses: () => true,
            send: async (own, id, one) => [await send(own, id, one)],
            seen: (replies, after) => ({ reply: replies[0] as Reply, after }),
          },
        },
      });
    },
    then: ({ seen: { reply, after }, action }) => {
      expectStatus(reply, 400);
      expectUnchanged(after, action);
    },
  });
  const session = new Session([check], target, quick({ concurrency: 4 }));
  await session.probe();
  sent.length = 0;
  const scheduler = new Scheduler(session, { wanted: () => true });
  const jobs = scheduler.jobs([check]).filter(({ input }) => inputs.includes(input as number));
  await scheduler.playByCase(jobs);
  const { outcome, findings } = scheduler.result(check);
  const count = (method: string) => sent.filter((one) => one === method).length;
  const requests = { creates: count('POST'), patches: count('PATCH'), gets: count('GET') };
  await session.close();
  return { outcome, failed: findings.map(({ input }) => input), requests };
}

test('requests that are all rejected and change nothing are sent to one action, which is read before and after them', async () => {
  const { outcome, requests } = await played((_, forward) => forward());
  expect(outcome).toBe('passed');
  expect(requests).toEqual({ creates: 1, patches: 6, gets: 2 });
});

test('only the inputs that the run plays are sent', async () => {
  expect((await played((_, forward) => forward(), [2, 5])).requests).toEqual({ creates: 1, patches: 2, gets: 2 });
  expect((await played((_, forward) => forward(), [2])).requests.patches).toBe(1);
});

test('an input that is accepted fails alone', async () => {
  const { outcome, failed, requests } = await played(async (number, forward) =>
    number === 3 ? json(200, {}) : forward(),
  );
  expect({ outcome, failed }).toEqual({ outcome: 'failed', failed: ['3'] });
  expect(requests.patches).toBeGreaterThan(reasons.length);
});

test('an input that is rejected with another status fails alone, and no other is sent again', async () => {
  const { failed, requests } = await played(async (number, forward) => (number === 3 ? json(418, {}) : forward()));
  expect(failed).toEqual(['3']);
  expect(requests.patches).toBe(reasons.length);
});
