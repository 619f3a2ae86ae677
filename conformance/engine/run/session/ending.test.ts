import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import { scenario } from '../../check.js';
import { expectEqual } from '../../judge/expect.js';
import { quick, targetOf } from '../../testing.js';
import type { Played } from '../events.js';
import { Session } from './session.js';

test('the clean-up of many actions takes several worlds, and leaves none of them unfinished', async () => {
  const { fetch, tokens } = createReference();
  const many = scenario('GET-1', {
    when: (world) => Promise.all(Array.from({ length: 201 }, () => world.create(world.body()))),
    then: (replies) => expectEqual([...new Set(replies.map(({ status }) => status))], [201], 'status'),
  });
  const played: Played[] = [];
  const options = quick({ concurrency: 50 });
  const target = targetOf(fetch, { tokens: await tokens.mintAll() });
  const session = new Session([many], target, options, undefined, (event) => void played.push(event));
  await session.probe();
  for (const job of session.cases.flatMap((check) => session.jobs(check))) await session.play(job);
  await session.cleanUp();
  await session.close();
  const worlds = played.filter(({ world }) => world.startsWith('clean-up'));
  expect(worlds.map(({ world }) => world)).toEqual(['clean-up', 'clean-up/1']);
  expect(worlds.map(({ exchanges }) => exchanges.length)).toEqual([200, expect.any(Number)]);
  const cancels = worlds.flatMap(({ exchanges }) => exchanges);
  expect(cancels.every(({ operation, response }) => operation === 'cancel' && response?.status === 204)).toBe(true);
});
