import { expect, test } from 'vitest';
import { exploreOnly } from '../proof/explore.js';
import { serverWith } from '../proof/server.js';
import { sequences } from './index.js';

/** The requests that a seed sends to a fresh reference, without the ids of actions; the lanes are played beside one another, so they are sorted. */
async function requests(seed: number): Promise<readonly string[]> {
  const sent: string[] = [];
  const watch = {
    fetch: (inner: (request: Request) => Response | Promise<Response>) => async (request: Request) => {
      const { method, url } = request;
      sent.push([method, withoutIds(url), withoutIds(await request.clone().text())].join(' '));
      return inner(request);
    },
  };
  expect((await exploreOnly(sequences, await serverWith([watch], { seed, sequences: 12 }))).size).toBe(0);
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
