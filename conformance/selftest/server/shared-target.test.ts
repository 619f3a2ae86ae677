import { describe, expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { defaultOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import { perform } from '../run/task.js';
import { idShapes, sharedTarget } from './shared-target.js';

/** The requirements whose cases send invented ids. */
const inventing = ['GET-3', 'UPDATE-9', 'UPDATE-12', 'CANCEL-7', 'CREATE-7', 'HTTP-2'];
const checks = await allChecks();
const options = { ...defaultOptions, settleMs: 60, patienceMs: 0 };

/** A case that writes to an action of another client. */
const careless = scenario('CANCEL-7', {
  when: (world) => world.cancel('1'),
  then: (reply) => expectStatus(reply, 404),
});

test('a case that writes to an action of another client is stopped and inconclusive', async () => {
  const { target, foreignWrites } = await sharedTarget((number) => String(number), 3);
  const { results } = await run([careless], target, { ...options, seed: 1 }, () => undefined);
  const result = results.find(({ id }) => id === 'CANCEL-7');
  expect(result).toMatchObject({ outcome: 'inconclusive', reason: { kind: 'foreign-action' } });
  expect(result?.reason.detail).toMatch(/was not sent: this run did not create the action "1"/);
  expect(foreignWrites).toEqual([]);
});

describe.each(Object.entries(idShapes))('on a target with %s ids and 500 actions of other clients', (name, shape) => {
  // `npm run selftest -- ids --whole` plays every input.
  test('a run with one input of each case writes to none of them and no MUST fails', async () => {
    const index = Object.keys(idShapes).indexOf(name);
    const { problems, foreignWrites } = await perform({ kind: 'id shape', index }, { whole: false, seed: 1 });
    expect(problems).toEqual([]);
    expect(foreignWrites).toEqual({ seeds: 1, count: 0 });
  });

  // `npm run selftest -- ids --seeds 50` sends all requests of a run from many seeds.
  test('the cases that invent ids write to none of them, from 4 seeds', async () => {
    const { target, foreignWrites } = await sharedTarget(shape, 500);
    const only = checks.filter(({ id }) => inventing.includes(id));
    const failed: string[] = [];
    for (let seed = 1; seed <= 4; seed++) {
      const { results } = await run(only, target, { ...options, seed }, () => undefined);
      failed.push(
        ...results
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ id, reason }) => `${seed} ${id}: ${reason.detail}`),
      );
    }
    expect(failed).toEqual([]);
    expect(foreignWrites).toEqual([]);
  });
});
