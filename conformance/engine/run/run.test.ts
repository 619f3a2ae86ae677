import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { type Check, rule, scenario } from '../check.js';
import { ConfigurationError, Interrupted, KitFault, NothingSelected } from '../errors.js';
import type { Exchange } from '../evidence/exchange.js';
import type { FetchHandler } from '../http/transport/handler.js';
import { expectEntity, expectEqual, expectStatus } from '../judge/expect.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { always, json, quick, targetOf } from '../testing.js';
import { Unreachable } from '../world/probe/first-contact.js';
import type { RunEvent } from './events.js';
import { type RunResult, run } from './run.js';
import { exitCodes } from './verdict.js';

/** Creates an action and reads it. */
const reads = scenario('GET-2', {
  given: (world) => world.action(),
  when: (world, { id }) => world.get(id),
  then: (reply, { id }) => expectEqual(expectEntity(reply).id, id, '/id'),
});
const finds = scenario('GET-1', {
  given: (world) => world.action(),
  when: (world, { id }) => world.get(id),
  then: (reply) => expectStatus(reply, 200),
});
const hasStatus = rule('RESOURCE-2', {
  over: 'securityAction',
  where: ({ action }) => 'status' in action,
  check: ({ action }) => expectEqual(typeof action.status, 'string', '/status'),
});
const unseen = rule('HTTP-7', {
  over: 'error',
  where: ({ reply }) => reply.status === 429,
  unseen: 'no 429 was seen',
  check: () => undefined,
});
const all: readonly Check[] = [reads, finds, hasStatus, unseen];

interface Ran extends Partial<RunResult> {
  readonly events: readonly RunEvent[];
  readonly error?: unknown;
}

async function ran(target: Target, checks = all, options: Partial<RunOptions> = {}): Promise<Ran> {
  const events: RunEvent[] = [];
  try {
    return { ...(await run(checks, target, quick(options), (event) => events.push(event))), events };
  } catch (error) {
    return { events, error };
  }
}

async function referenceTarget(wrap: (inner: FetchHandler) => FetchHandler = (inner) => inner): Promise<Target> {
  const { fetch, tokens } = createReference({ seed: 1 });
  return targetOf(wrap(fetch), { tokens: await tokens.mintAll() });
}

const only = (...ids: RequirementId[]) => ({ only: ({ id }: { id: RequirementId }) => ids.includes(id) });
const outcomeOf = ({ results }: Ran, id: RequirementId) => results?.find((one) => one.id === id)?.outcome;

test('every requirement of the catalogue is decided once and emitted', async () => {
  const { events, results, exitCode } = await ran(await referenceTarget());
  const decided = events.flatMap((event) => (event.type === 'decided' ? [event.result] : []));
  expect(decided.map(({ id }) => id).sort()).toEqual(Object.keys(requirements).sort());
  expect(results?.map(({ id }) => id)).toEqual(Object.keys(requirements));
  expect(new Set(decided)).toEqual(new Set(results));
  expect(exitCode).toBe(0);
});

test('the events are in order', async () => {
  const { events } = await ran(await referenceTarget());
  const types = events.map(({ type }) => type);
  expect(types.filter((type) => type !== 'decided' && type !== 'progress' && type !== 'played')).toEqual([
    'started',
    'given',
    'probed',
    'planned',
    'audited',
    'explained',
    'finished',
  ]);
  const worlds = events.flatMap((event) => (event.type === 'played' ? [event.world] : []));
  expect(worlds[0]).toBe('probe world');
  expect(worlds.at(-1)).toBe('audit');
  expect(types.indexOf('decided')).toBeGreaterThan(types.indexOf('probed'));
  expect(types.at(-1)).toBe('finished');
  const progress = events.flatMap((event) => (event.type === 'progress' ? [`${event.done}/${event.of}`] : []));
  expect(progress).toEqual(['1/2', '2/2']);
  expect(events.find(({ type }) => type === 'planned')).toMatchObject({ cases: 2, inputs: 2, rules: 2 });
  expect(events[0]).toMatchObject({ seed: 1, selected: ['GET-2', 'GET-1', 'RESOURCE-2', 'HTTP-7'] });
});

test('the last event counts results and requests', async () => {
  let requests = 0;
  const wrap = (inner: FetchHandler) => (request: Request) => {
    requests += 1;
    return inner(request);
  };
  const { events, results } = await ran(await referenceTarget(wrap), [hasStatus, finds]);
  const finished = events.at(-1);
  if (finished?.type !== 'finished') throw new Error(`the last event is ${finished?.type}`);
  const counted = Object.values(finished.tally).flatMap((input) => Object.values(input));
  expect(counted.reduce((sum, one) => sum + one, 0)).toBe(results?.length);
  expect(finished.requests).toBe(requests);
  expect(finished).toMatchObject({ verdict: 'conformant', exitCode: 0 });
});

test('a requirement outside the selection is not selected, and its case is not played', async () => {
  const selected = await ran(await referenceTarget(), all, only('GET-1'));
  expect(outcomeOf(selected, 'GET-1')).toBe('passed');
  expect(outcomeOf(selected, 'GET-2')).toBe('not-selected');
  expect(outcomeOf(selected, 'RESOURCE-2')).toBe('not-selected');
  expect(selected.events.find(({ type }) => type === 'planned')).toMatchObject({ cases: 1, rules: 0 });
});

test('a selected rule is judged over all cases, which decide nothing themselves', async () => {
  const selected = await ran(await referenceTarget(), all, only('RESOURCE-2'));
  expect(outcomeOf(selected, 'RESOURCE-2')).toBe('passed');
  expect(outcomeOf(selected, 'GET-1')).toBe('not-selected');
  expect(selected.events.find(({ type }) => type === 'planned')).toMatchObject({ cases: 2, rules: 1 });
});

test('an empty selection is an error before anything is sent', async () => {
  let asked = 0;
  const target = targetOf(() => {
    asked += 1;
    return json(200);
  });
  const { error, events } = await ran(target, all, { only: () => false });
  expect(error).toBeInstanceOf(NothingSelected);
  expect([asked, events]).toEqual([0, []]);
});

test('a rule about something that did not happen is not applicable, with its reason', async () => {
  const { results } = await ran(await referenceTarget());
  expect(results?.find(({ id }) => id === 'HTTP-7')).toMatchObject({
    outcome: 'not-applicable',
    reason: { kind: 'not-observed', detail: 'no 429 was seen' },
  });
});

test('a rule without a subject is inconclusive', async () => {
  const nothing = rule('RESOURCE-2', { over: 'error', where: () => false, check: () => undefined });
  expect(await ran(await referenceTarget(), [nothing])).toMatchObject({ exitCode: 2 });
});

test('an untested requirement is not applicable, with the reason of the catalogue', async () => {
  const { results } = await ran(await referenceTarget());
  for (const { id, untested } of Object.values(requirements)) {
    if (untested === undefined) continue;
    expect(results?.find((one) => one.id === id)).toMatchObject({
      outcome: 'not-applicable',
      reason: { kind: 'untested', detail: untested },
    });
  }
});

test('a requirement is not applicable to a target without what it needs', async () => {
  const needing = scenario('AUTH-5', {
    when: (world) => world.list({ as: 'reader' }),
    then: (reply) => expectStatus(reply, 200),
  });
  const whole = await referenceTarget();
  expect(outcomeOf(await ran(whole, [needing]), 'AUTH-5')).toBe('passed');
  const { reader: _, ...tokens } = whole.tokens;
  const lacking = await ran({ ...whole, tokens }, [needing]);
  expect(lacking.results?.find(({ id }) => id === 'AUTH-5')).toMatchObject({
    outcome: 'not-applicable',
    reason: { kind: 'identity', detail: expect.stringContaining('--reader-token') },
  });
});

test('one failed input makes the requirement fail, with the name of the input', async () => {
  const table = scenario('GET-1', {
    each: [200, 404],
    named: (status) => `expects ${status}`,
    given: (world) => world.action(),
    when: (world, { id }) => world.get(id),
    then: (reply, _, status) => expectStatus(reply, status),
  });
  const { results, exitCode } = await ran(await referenceTarget(), [table]);
  expect(exitCode).toBe(1);
  expect(results?.find(({ id }) => id === 'GET-1')).toMatchObject({
    outcome: 'failed',
    findings: [{ input: 'expects 404' }],
  });
});

test('a case without inputs is inconclusive', async () => {
  const empty = scenario('GET-1', {
    each: [],
    when: (world) => world.list(),
    then: (reply) => expectStatus(reply, 200),
  });
  expect(outcomeOf(await ran(await referenceTarget(), [empty]), 'GET-1')).toBe('inconclusive');
});

test('the run cancels what it created, which changes no verdict', async () => {
  const cancelled: string[] = [];
  const wrap = (inner: FetchHandler) => (request: Request) => {
    if (!request.url.endsWith('cancelSecurityAction')) return inner(request);
    cancelled.push(request.url.split('/').at(-2) ?? '');
    return json(500, { error: {} });
  };
  const made: string[] = [];
  const observe = ({ operation, response }: Exchange) => {
    if (operation === 'create' && response) made.push(JSON.parse(response.body).id);
  };
  const noServerError = rule('HTTP-7', {
    over: 'exchange',
    check: ({ reply }) => expectEqual(reply.status < 500, true, 'status'),
  });
  const { exitCode, results } = await ran(await referenceTarget(wrap), [finds, noServerError], { observe });
  expect(made.length).toBeGreaterThan(2);
  expect(cancelled.sort()).toEqual(made.sort());
  expect(exitCode).toBe(0);
  expect(results?.find(({ id }) => id === 'HTTP-7')?.findings).toEqual([]);
});

test('a remote target receives only reads, and the run ends with 77', async () => {
  const listening = await listen(createReference());
  const url = listening.url.replace('127.0.0.1', '0.0.0.0');
  const tokens = await createReference().tokens.mintAll();
  const { exitCode, results, events } = await ran({ name: url, url, tokens }, [finds, hasStatus]);
  await listening.close();
  expect(exitCode).toBe(exitCodes.blockedByPolicy);
  expect(results?.find(({ id }) => id === 'GET-1')).toMatchObject({
    outcome: 'inconclusive',
    reason: { kind: 'safety-policy', detail: expect.stringContaining('--allow-writes http://0.0.0.0:') },
  });
  expect(events.at(-1)).toMatchObject({ type: 'finished', exitCode: 77 });
});

test('the same seed sends the same requests, and another seed sends others', async () => {
  const requests = async (seed: number) => {
    const sent: string[] = [];
    const wrap = (inner: FetchHandler) => async (request: Request) => {
      sent.push(`${request.method} ${request.url} ${await request.clone().text()}`);
      return inner(request);
    };
    await ran(await referenceTarget(wrap), all, { seed });
    return sent.sort();
  };
  const first = await requests(7);
  expect(await requests(7)).toEqual(first);
  expect(await requests(8)).not.toEqual(first);
});

test('as many inputs are played at a time as `concurrency` allows', async () => {
  let busy = 0;
  let most = 0;
  const table = scenario('GET-1', {
    each: [1, 2, 3, 4, 5, 6],
    when: async (world) => {
      most = Math.max(most, ++busy);
      const reply = await world.list();
      await sleep(2);
      busy -= 1;
      return reply;
    },
    then: (reply) => expectStatus(reply, 200),
  });
  await ran(await referenceTarget(), [table], { concurrency: 3 });
  expect(most).toBe(3);
});

test('a fault of the kit ends the run after the clean-up, with `fault` as the last event', async () => {
  const faulty = scenario('GET-1', {
    each: [1, 2, 3, 4],
    given: (world) => world.action(),
    when: (world, { id }) => world.get(id),
    then: () => undefined,
  });
  let open = 0;
  const wrap = (inner: FetchHandler) => async (request: Request) => {
    const response = await inner(request);
    if (response.status === 201) open += 1;
    if (request.url.endsWith('cancelSecurityAction')) open -= 1;
    return response;
  };
  const { error, events } = await ran(await referenceTarget(wrap), [faulty, reads]);
  expect(error).toBeInstanceOf(KitFault);
  expect(events.at(-1)).toEqual({ type: 'fault', exitCode: 70, message: expect.stringContaining('GET-1') });
  await sleep(20);
  expect(events.at(-1)?.type).toBe('fault');
  expect(open).toBe(0);
});

test.each<[string, FetchHandler, Target['tokens'], new () => Error, number]>([
  ['a target without responses', () => Promise.reject(new Error('reset')), {}, Unreachable, 69],
  ['a wrong token', always(401, {}), { writer: 'wrong' }, ConfigurationError, 64],
])('%s ends the run with a fault', async (_, fetch, tokens, kind, exitCode) => {
  const { error, events } = await ran(targetOf(fetch, { tokens }));
  expect(error).toBeInstanceOf(kind);
  expect(events.map(({ type }) => type)).toEqual(['started', 'given', 'played', 'fault']);
  expect(events.at(-1)).toMatchObject({ exitCode });
});

test('an interrupted run ends with 130', async () => {
  const aborted = AbortSignal.abort();
  const { error, events } = await ran(await referenceTarget(), all, { signal: aborted });
  expect(error).toBeInstanceOf(Interrupted);
  expect(events.at(-1)).toMatchObject({ type: 'fault', exitCode: 130 });
});

test('an invalid URL or origin is a configuration error', async () => {
  const target = await referenceTarget();
  expect((await ran({ ...target, url: 'nowhere' })).error).toBeInstanceOf(ConfigurationError);
  const remote = { ...target, url: 'http://api.example/beta', fetch: undefined };
  const wrong = await ran(remote, all, { allowWrites: ['everywhere'] });
  expect(wrong.error).toBeInstanceOf(ConfigurationError);
  expect(wrong.events).toEqual([]);
});

test('no exchange of a run contains a token', async () => {
  const exchanges: Exchange[] = [];
  const target = await referenceTarget();
  await ran(target, all, { observe: (exchange) => exchanges.push(exchange) });
  expect(exchanges.length).toBeGreaterThan(10);
  const text = JSON.stringify(
    exchanges.map(({ request, response }) => [request, response?.body, [...(response?.headers ?? [])]]),
  );
  for (const token of Object.values(target.tokens)) expect(text).not.toContain(token);
});

test('nothing passes on a target that gives every request the same response', async () => {
  const { results, exitCode } = await ran(targetOf(always(200, { id: '1', status: 'NotStarted', value: [] })));
  expect(results?.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  expect(exitCode).not.toBe(0);
});
