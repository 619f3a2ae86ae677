import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import type { FetchHandler } from '../http/transport/handler.js';
import { countJudgements } from '../judge/judge.js';
import { json, quick, targetOf, worldOn } from '../testing.js';
import { expectOrder, race } from './race.js';
import type { RaceLane } from './round.js';

type StoredAction = Record<string, unknown> & { readonly id: string };

interface Server {
  readonly fetch: FetchHandler;
  readonly made: () => number;
}

/** A small server. `how` gets the stored action and the patch of an update, and may wait before it stores the result. */
function server(
  how: (kept: StoredAction, patch: object, keep: (one: StoredAction) => void) => Promise<Response | StoredAction>,
): Server {
  const actions = new Map<string, StoredAction>();
  return {
    made: () => actions.size,
    fetch: async (request) => {
      const id = new URL(request.url).pathname.split('/securityActions/')[1]?.split('/')[0] ?? '';
      if (request.method === 'POST' && id === '') {
        const made = {
          ...((await request.json()) as object),
          id: `action-${actions.size}`,
          status: 'NotStarted',
          states: [],
        };
        actions.set(made.id, made);
        return json(201, made);
      }
      const kept = actions.get(id);
      if (!kept) return json(404, {});
      if (request.method === 'GET') return json(200, kept);
      if (request.url.endsWith('/cancelSecurityAction')) {
        await new Promise((done) => setTimeout(done, 15));
        const now = actions.get(id) ?? kept;
        if (now.status === 'NotStarted') actions.set(id, { ...now, status: 'Failed' });
        return new Response(null, { status: 204 });
      }
      const patch = (await request.json()) as object;
      const answer = await how(actions.get(id) ?? kept, patch, (one) => actions.set(id, one));
      return answer instanceof Response ? answer : json(200, answer);
    },
  };
}

const serial = () =>
  server(async (kept, patch, keep) => {
    const after = { ...kept, ...patch };
    keep(after);
    return after;
  });

const losing = () =>
  server(async (kept, patch, keep) => {
    const after = { ...kept, ...patch };
    await new Promise((done) => setTimeout(done, 8));
    keep(after);
    return after;
  });

const lanes = (): readonly RaceLane[] => [
  [{ operation: 'update', patch: { actionReason: 'mine' } }],
  [{ operation: 'update', patch: { clientContext: 'yours' } }],
];

function on({ fetch }: Server, timeoutMs = 1_000) {
  return worldOn(targetOf(fetch), { options: quick({ timeoutMs }), profile: { class: 'stateful' } });
}

test('an order explains a round on a server that applies one update after the other, without a control action', async () => {
  const one = serial();
  const found = await race(on(one), lanes);
  expect(found.explanation).toMatchObject({ verdict: 'linearizable', unexplained: [] });
  expect(countJudgements(() => expectOrder(found))).toEqual({ judged: 1 });
  expect(one.made()).toBe(1);
});

test('a lost update fails with a counterexample and a diagram', async () => {
  const one = losing();
  const found = await race(on(one), lanes);
  const judged = countJudgements(() => expectOrder(found));
  expect(judged.finding?.message).toMatch(/no order of the 2 concurrent requests/);
  expect(judged.finding?.counterexample?.join('\n')).toMatch(/it does not explain: /);
  expect(judged.finding?.diagram).toMatch(/^<svg .*<\/svg>$/);
  expect(judged.finding?.exchange?.operation).toBe('get');
  expect(one.made()).toBe(6);
});

test('a target that ignores updates even when they do not overlap is inconclusive', async () => {
  const ignoring = server(async (kept) => kept);
  await expect(race(on(ignoring), lanes)).rejects.toThrow(/one after the other/);
});

test('a target that never writes a history does not fail, because the history is a SHOULD of its own', async () => {
  const steps = (): readonly RaceLane[] => [[{ operation: 'update', patch: { status: 'Running' } }], ...lanes()];
  const found = await race(on(serial()), steps);
  expect(found.explanation.verdict).toBe('linearizable');
});

test('an update without a response may or may not have taken effect', async () => {
  for (const keeps of [true, false]) {
    const one = server(async (kept, patch, keep) => {
      const hangs = 'actionReason' in patch;
      if (!hangs || keeps) keep({ ...kept, ...patch });
      return hangs ? new Promise(() => undefined) : { ...kept, ...patch };
    });
    const three = () => [...lanes(), [{ operation: 'get' } as const]];
    expect((await race(on(one, 60), three)).explanation.verdict).toBe('linearizable');
  }
});

test('a round with fewer than two responses is inconclusive', async () => {
  const silent = server(() => new Promise(() => undefined));
  await expect(race(on(silent, 40), lanes)).rejects.toThrow(Inconclusive);
});

test('a throttled request counts as not carried out', async () => {
  const one = server(async (kept, patch, keep) => {
    if ('actionReason' in patch) return json(429, {}, { 'retry-after': '9' });
    keep({ ...kept, ...patch });
    return { ...kept, ...patch };
  });
  const three = () => [...lanes(), [{ operation: 'get' } as const]];
  expect((await race(on(one), three)).explanation.verdict).toBe('linearizable');
});

test('an update that leaves a final status in sequence as well is no failure of the race', async () => {
  const reopening = server(async (kept, patch, keep) => {
    const after = { ...kept, ...patch };
    keep(after);
    return after;
  });
  const ends = (): readonly RaceLane[] => [
    [{ operation: 'update', patch: { status: 'Completed' } }],
    [{ operation: 'update', patch: { status: 'Failed' } }],
  ];
  const found = await race(on(reopening), ends);
  expect(found.explanation.verdict).toBe('linearizable');
  expect(reopening.made()).toBe(6);
});

test('a second update of a text that is lost in sequence as well is no failure of the race, in whatever order the round is explained', async () => {
  const latest = new Map<string, StoredAction>();
  const updates = new Map<string, number>();
  const forgetting = server(async ({ id, ...created }, patch, keep) => {
    // The end comes last, so that it cannot reject the update that is lost.
    if ('status' in patch) await new Promise((done) => setTimeout(done, 40));
    const now = latest.get(id) ?? { id, ...created };
    if (now.status === 'Completed') return json(409, { error: { code: 'conflict', message: 'It has ended.' } });
    const after = { ...now, ...patch };
    const count = (updates.get(id) ?? 0) + ('status' in patch ? 0 : 1);
    updates.set(id, count);
    if (!('status' in patch) && count === 2) return after;
    latest.set(id, after);
    keep(after);
    return after;
  });
  const ends = (): readonly RaceLane[] => [...lanes(), [{ operation: 'update', patch: { status: 'Completed' } }]];
  await expect(race(on(forgetting), ends)).rejects.toThrow(/one after the other/);
});

test('parameters that are appended in sequence as well are no failure of the race, although a cancel that comes first rejects the update', async () => {
  const appending = server(async (kept, patch, keep) => {
    if (kept.status !== 'NotStarted') return json(409, { error: { code: 'conflict', message: 'It has ended.' } });
    const added = 'parameters' in patch ? (patch.parameters as object[]) : [];
    const after = { ...kept, ...patch, parameters: [...(kept.parameters as object[]), ...added] };
    keep(after);
    await new Promise((done) => setTimeout(done, 40));
    return after;
  });
  const parameters = [{ name: 'IP', value: '192.0.2.1' }];
  const found = await race(on(appending), () => [
    [{ operation: 'update', patch: { status: 'Completed', parameters } }],
    [{ operation: 'cancel' }],
  ]);
  expect(found.explanation.verdict).toBe('linearizable');
});

test('two final statuses that are accepted only at the same time are a failure of the race', async () => {
  const racing = server(async (kept, patch, keep) => {
    const isFinal = kept.status === 'Completed' || kept.status === 'Failed';
    await new Promise((done) => setTimeout(done, 15));
    if (isFinal && 'status' in patch) return json(409, { error: { code: 'conflict', message: 'It has ended.' } });
    const after = { ...kept, ...patch };
    keep(after);
    return after;
  });
  const found = await race(on(racing), () => [
    [{ operation: 'update', patch: { status: 'Completed' } }],
    [{ operation: 'update', patch: { status: 'Failed' } }],
  ]);
  expect(found.explanation.verdict).toBe('not linearizable');
});
