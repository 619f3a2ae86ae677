import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import type { Settings } from '../../../reference/settings.js';
import { scenario } from '../../check.js';
import { Inconclusive } from '../../errors.js';
import { expectEqual } from '../../judge/expect.js';
import { quick, targetOf } from '../../testing.js';
import { Session } from './session.js';

/** Plays cases on the reference with these settings; each is conclusive only the nth time it is played. */
async function played(settings: Partial<Settings>, turns: readonly number[]) {
  const { fetch, tokens } = createReference(settings);
  const log: string[] = [];
  const slow = turns.map((turn, index) => {
    let plays = 0;
    return scenario('GET-1', {
      when: async (world) => {
        plays += 1;
        log.push(`${index} begins`);
        await world.action();
        log.push(`${index} ends`);
        if (plays < turn) throw new Inconclusive('the action had ended before');
        return plays;
      },
      then: (seen) => expectEqual(seen, turn, ''),
    });
  });
  const session = new Session(slow, targetOf(fetch, { tokens: await tokens.mintAll() }), quick({ settleMs: 500 }));
  await session.probe();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const jobs = session.cases.flatMap((check) => session.jobs(check));
  const outcomes = (await Promise.all(jobs.map((job) => session.play(job)))).map(({ outcome }) => outcome);
  await session.close();
  return { outcomes, log };
}

test('an inconclusive input is played again, alone, on a target that moves actions by itself', async () => {
  const { outcomes, log } = await played({ advanceAfter: 1 }, [1, 3, 3]);
  expect(outcomes).toEqual(['passed', 'passed', 'passed']);
  const alone = log.slice(6);
  expect(alone).toHaveLength(8);
  for (let at = 0; at < alone.length; at += 2) expect(alone[at + 1]).toBe(alone[at]?.replace('begins', 'ends'));
});

test('an input that is never conclusive is played six times and stays inconclusive', async () => {
  const { outcomes, log } = await played({ advanceAfter: 1 }, [99]);
  expect(outcomes).toEqual(['inconclusive']);
  expect(log).toHaveLength(12);
});

test('an inconclusive input is played once on a target that moves no action', async () => {
  const { outcomes, log } = await played({}, [2]);
  expect(outcomes).toEqual(['inconclusive']);
  expect(log).toHaveLength(2);
});
