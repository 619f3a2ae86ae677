import { expect, test } from 'vitest';
import { embeddedTarget } from '../../targets.js';
import { type Rule, rule, scenario } from '../check.js';
import { type Effort, effortOptions } from '../effort.js';
import { expectStatus } from '../judge/expect.js';
import { completeOptions } from '../options.js';
import type { RequirementId } from '../requirement.js';
import type { RunEvent } from './events.js';
import type { Result } from './outcome.js';
import { run } from './run.js';

const creates = scenario('CREATE-1', {
  each: ['first', 'second', 'third'],
  named: (input) => input,
  when: (world) => world.create(world.body()),
  then: (reply) => expectStatus(reply, 201),
});
const lists = scenario('LIST-1', { when: (world) => world.list(), then: (reply) => expectStatus(reply, 200) });
/** Judges responses with this status. */
const judging = (status: number, more: Partial<Rule> = {}): Rule => ({
  ...rule('HTTP-1', {
    over: 'exchange',
    where: ({ reply }) => reply.status === status,
    check: ({ reply }) => expectStatus(reply, status),
  }),
  ...more,
});

async function ran(checks: Parameters<typeof run>[0], ids: readonly RequirementId[], effort: Effort = 'standard') {
  const { target } = await embeddedTarget('reference');
  const events: RunEvent[] = [];
  const only = ({ id }: { id: RequirementId }) => ids.includes(id);
  // The probe sends creates and gets, which would show a rule something.
  const options = completeOptions({ only, effort, seed: 1, audit: false, sequences: 0 });
  const { results } = await run(checks, target, options, (event) => events.push(event));
  const planned = events.find((event) => event.type === 'planned');
  const played = events.filter(({ type }) => type === 'progress').length;
  const of = (id: RequirementId) => results.find((one) => one.id === id) as Result;
  return { planned, played, of };
}

test('a rule that is run alone is judged by the inputs that show what it judges', async () => {
  const chosen = judging(201, { shownBy: { 'CREATE-1': ['second'] } });
  const { planned, played, of } = await ran([creates, lists, chosen], ['HTTP-1']);
  expect(planned).toMatchObject({ cases: 1, inputs: 1, forRules: 1, rules: 1 });
  expect(played).toBe(1);
  expect(of('HTTP-1').outcome).toBe('passed');
  expect(of('CREATE-1').outcome).toBe('not-selected');
});

test('further inputs are played until the rule has seen something', async () => {
  const chosen = judging(418, { shownBy: { 'LIST-1': [''] } });
  const { planned, played, of } = await ran([creates, lists, chosen], ['HTTP-1']);
  expect(planned).toMatchObject({ inputs: 1 });
  expect(played).toBe(4);
  expect(of('HTTP-1')).toMatchObject({ outcome: 'inconclusive', reason: { kind: 'no-observation' } });
});

test('no further inputs are played for a rule about something that need not occur', async () => {
  const chosen = judging(418, { shownBy: { 'LIST-1': [''] }, unseen: 'no teapot responded' });
  const { played, of } = await ran([creates, lists, chosen], ['HTTP-1']);
  expect(played).toBe(1);
  expect(of('HTTP-1').outcome).toBe('not-applicable');
});

test('a rule without chosen inputs is judged by all inputs', async () => {
  const { planned } = await ran([creates, lists, judging(200)], ['HTTP-1']);
  expect(planned).toMatchObject({ cases: 2, inputs: 4, forRules: 4 });
});

test('a smoke run plays the chosen inputs, and says what it leaves out', async () => {
  const ids = ['CREATE-1', 'LIST-1', 'HTTP-1'] as const;
  const checks = [{ ...creates, smoke: ['third'] }, { ...lists, smoke: [] }, judging(418)];
  const { planned, of } = await ran(checks, ids, 'smoke');
  expect(planned).toMatchObject({ inputs: 1, effort: 'smoke', leftOut: { inputs: 3, of: 4, cases: ['LIST-1'] } });
  expect(of('CREATE-1')).toMatchObject({ outcome: 'passed', reason: { detail: '1 judgement of 1 of 3 inputs' } });
  for (const id of ['LIST-1', 'HTTP-1'] as const)
    expect(of(id)).toMatchObject({ outcome: 'not-selected', reason: { detail: 'left out by --effort smoke' } });
});

test('a smoke run plays the first input of a case whose chosen inputs the target does not have', async () => {
  const { planned } = await ran([{ ...creates, smoke: ['fourth'] }], ['CREATE-1'], 'smoke');
  expect(planned).toMatchObject({ inputs: 1, leftOut: { inputs: 2, cases: [] } });
});

test('a deep run draws the values of each input several times and leaves nothing out', async () => {
  const bodies = new Set<string>();
  const { target } = await embeddedTarget('reference');
  const fetch: typeof target.fetch = async (request) => {
    if (request.method === 'POST') bodies.add(await request.clone().text());
    return target.fetch?.(request) ?? Response.error();
  };
  const options = completeOptions({ effort: 'deep', seed: 1, sequences: 0, only: ({ id }) => id === 'CREATE-1' });
  const events: RunEvent[] = [];
  await run([creates], { ...target, fetch }, options, (event) => events.push(event));
  expect(events.find(({ type }) => type === 'planned')).toMatchObject({
    inputs: 9,
    leftOut: { inputs: 0, draws: 0, races: 0, sequences: effortOptions.deep.sequences },
  });
  expect([...bodies].filter((text) => text.includes('clientContext')).length).toBeGreaterThanOrEqual(9);
});
