import { expect, test } from 'vitest';
import { Inconclusive } from '../../engine/errors.js';
import type { FetchHandler } from '../../engine/http/transport/handler.js';
import { countJudgements } from '../../engine/judge/judge.js';
import { json, quick, targetOf, worldOn } from '../../engine/testing.js';
import { expectOrder, race } from './race.js';
import type { Move } from './round.js';

type Kept = Record<string, unknown> & { readonly id: string };

interface Server {
  readonly fetch: FetchHandler;
  readonly made: () => number;
}

/** A small server with one way to take an update: `how` is given the action and the patch, and may wait. */
function server(how: (kept: Kept, patch: object, keep: (one: Kept) => void) => Promise<Response | Kept>): Server {
  const actions = new Map<string, Kept>();
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

const lanes = (): readonly (readonly Move[])[] => [
  [{ does: 'update', patch: { actionReason: 'mine' } }],
  [{ does: 'update', patch: { clientContext: 'yours' } }],
];

function on({ fetch }: Server, timeoutMs = 1_000) {
  return worldOn(targetOf(fetch), { options: quick({ timeoutMs }), profile: { class: 'stateful' } });
}

test('a round on a server that takes one update after the other is explained, without a second action', async () => {
  const one = serial();
  const found = await race(on(one), lanes);
  expect(found.explanation).toMatchObject({ verdict: 'linearizable', rest: [] });
  expect(countJudgements(() => expectOrder(found))).toEqual({ judged: 1 });
  expect(one.made()).toBe(1);
});

test('a lost update is a violation with its counterexample and its diagram', async () => {
  const one = losing();
  const found = await race(on(one), lanes);
  const judged = countJudgements(() => expectOrder(found));
  expect(judged.finding?.message).toMatch(/no order of the 2 concurrent requests/);
  expect(judged.finding?.counterexample?.join('\n')).toMatch(/not explained by any order: /);
  expect(judged.finding?.diagram).toMatch(/^<svg .*<\/svg>$/);
  expect(judged.finding?.exchange?.operation).toBe('get');
  expect(one.made()).toBe(2);
});

test('what the target does not keep even one after the other is undecided', async () => {
  const forgetful = server(async (kept) => kept);
  await expect(race(on(forgetful), lanes)).rejects.toThrow(/one after the other/);
});

test('a target that departs from a SHOULD alone is not accused: a history that is never written explains nothing', async () => {
  const steps = (): readonly (readonly Move[])[] => [[{ does: 'update', patch: { status: 'Running' } }], ...lanes()];
  const found = await race(on(serial()), steps);
  expect(found.explanation.verdict).toBe('linearizable');
});

test('an update that is never answered may have had its effect, or not', async () => {
  for (const keeps of [true, false]) {
    const one = server(async (kept, patch, keep) => {
      const hangs = 'actionReason' in patch;
      if (!hangs || keeps) keep({ ...kept, ...patch });
      return hangs ? new Promise(() => undefined) : { ...kept, ...patch };
    });
    const three = () => [...lanes(), [{ does: 'get' } as const]];
    expect((await race(on(one, 60), three)).explanation.verdict).toBe('linearizable');
  }
});

test('a round of which next to nothing is answered is undecided', async () => {
  const silent = server(() => new Promise(() => undefined));
  await expect(race(on(silent, 40), lanes)).rejects.toThrow(Inconclusive);
});

test('a throttled request counts as one that was not carried out', async () => {
  const one = server(async (kept, patch, keep) => {
    if ('actionReason' in patch) return json(429, {}, { 'retry-after': '9' });
    keep({ ...kept, ...patch });
    return { ...kept, ...patch };
  });
  const three = () => [...lanes(), [{ does: 'get' } as const]];
  expect((await race(on(one), three)).explanation.verdict).toBe('linearizable');
});
