import { expect, test } from 'vitest';
import { Session } from '../../engine/run/session/session.js';
import { serverWith } from '../../selftest/server/server.js';
import { sequences } from './index.js';

/** What a seed sends to a fresh reference, without the ids of actions; the lanes are played beside one another, so it is sorted. */
async function requests(seed: number): Promise<readonly string[]> {
  const sent: string[] = [];
  const watch = {
    fetch: (inner: (request: Request) => Response | Promise<Response>) => async (request: Request) => {
      const { method, url } = request;
      sent.push([method, withoutIds(url), withoutIds(await request.clone().text())].join(' '));
      return inner(request);
    },
  };
  const { target, options } = await serverWith([watch], { seed, sequences: 12 });
  const session = new Session([], target, options);
  await session.probe();
  sent.length = 0;
  const { discoveries } = await session.explore(sequences, () => true);
  await session.close();
  expect(discoveries).toEqual([]);
  return sent.sort();
}

function withoutIds(text: string): string {
  return text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID');
}

test('a seed sends the same requests each time, and another one others', async () => {
  const first = await requests(5);
  expect(first.length).toBeGreaterThan(50);
  expect(await requests(5)).toEqual(first);
  expect(await requests(6)).not.toEqual(first);
});
