import { expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { scenario } from '../check.js';
import { NotObserved } from '../errors.js';
import { expectEqual } from '../judge/expect.js';
import { quick, targetOf } from '../testing.js';
import { Scheduler } from './scheduler.js';
import { Session } from './session/session.js';

test('cases that list all actions are played before the others', async () => {
  const { fetch, tokens } = createReference();
  const log: string[] = [];
  const named = (name: string, listsAll?: true) =>
    scenario('GET-1', {
      ...(listsAll && { listsAll }),
      each: [1, 2],
      when: async (world, _, input) => {
        log.push(`${name} ${input}`);
        return (await world.action()).status;
      },
      then: (status) => expectEqual(status, 'NotStarted', '/status'),
    });
  const cases = [
    named('first'),
    { ...named('second', true), id: 'GET-2' as const },
    { ...named('third'), id: 'GET-3' as const },
  ];
  const session = new Session(cases, targetOf(fetch, { tokens: await tokens.mintAll() }), quick({ concurrency: 1 }));
  await session.probe();
  const scheduler = new Scheduler(session, { wanted: () => true });
  await scheduler.playByCase(scheduler.jobs(scheduler.cases));
  await session.close();
  expect(log).toEqual(['second 1', 'second 2', 'first 1', 'first 2', 'third 1', 'third 2']);
  expect(scheduler.cases.map((check) => scheduler.result(check).outcome)).toEqual(['passed', 'passed', 'passed']);
});

test('with the effort smoke, a case whose chosen inputs observe nothing is decided by the next one that does', async () => {
  const { fetch, tokens } = createReference();
  const played: string[] = [];
  const check = scenario('GET-1', {
    each: ['chosen', 'as little', 'enough', 'too much'],
    named: (input) => input,
    when: async (world, _, input) => {
      played.push(input);
      if (input === 'chosen' || input === 'as little') throw new NotObserved('nothing to see');
      return (await world.action()).status;
    },
    then: (status) => expectEqual(status, 'NotStarted', '/status'),
  });
  const cases = [{ ...check, smoke: ['chosen'] }];
  const session = new Session(cases, targetOf(fetch, { tokens: await tokens.mintAll() }), quick({ effort: 'smoke' }));
  await session.probe();
  const scheduler = new Scheduler(session, { wanted: () => true });
  await scheduler.playByCase(scheduler.jobs(scheduler.cases));
  await session.close();
  expect(played).toEqual(['chosen', 'as little', 'enough']);
  expect(cases.map((one) => scheduler.result(one).outcome)).toEqual(['passed']);
});
