import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBody } from './body.js';

const megabyte = 1_048_576;
const limits = { maxBodyBytes: 2 * megabyte };

/** Pieces of 64 kB of a JSON string without end, and how many were taken. */
function endless() {
  const counted = { pieces: 0, isOver: false };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (; ; counted.pieces++) yield Buffer.from('x'.repeat(65_536)).fill('"', 0, counted.pieces === 0 ? 1 : 0);
    } finally {
      counted.isOver = true;
    }
  }
  return { counted, pieces: pieces() };
}

test('of a body beyond the limit only the beginning is kept, and its source is closed', async () => {
  const { counted, pieces } = endless();
  expect(await readBody(pieces, limits)).toMatchObject({ cut: true, body: { length: 65_536 } });
  expect(counted).toMatchObject({ pieces: 32, isOver: true });
});

test('a body is read no further than to a limit of its JSON', async () => {
  const taken: number[] = [];
  async function* deep() {
    for (;;) yield Buffer.alloc(taken.push(0) * 100, '[');
  }
  expect(await readBody(deep(), limits)).toMatchObject({ cut: true, excess: 'levels', body: { length: 600 } });
  expect(taken.length).toBe(3);
  expect(await readBody(deep(), { maxBodyBytes: 1_000, isCoded: true })).not.toHaveProperty('excess');
});

test('long bodies are read one at a time, while their time does not pass, and only as far as they must be', async () => {
  const times: string[] = [];
  const time = { stop: () => times.push('stop'), goOn: () => times.push('go on') };
  const all = Array.from({ length: 4 }, () => endless());
  let read = 0;
  const whyUnread = () => (read > 1 ? 'the same came before' : undefined);
  const bodies = await Promise.all(
    all.map(async ({ pieces }) => {
      const body = await readBody(pieces, { ...limits, whyUnread, time });
      read += 1;
      return body;
    }),
  );
  expect(bodies.map(({ unread }) => unread !== undefined)).toEqual([false, false, true, true]);
  expect(all.map(({ counted }) => counted.pieces)).toEqual([32, 32, 4, 4]);
  expect(times.filter((one) => one === 'stop')).toHaveLength(4);
  expect(times.filter((one) => one === 'go on')).toHaveLength(4);
});

test('a long body that comes slowly does not keep others from being read', async () => {
  const slow = endless();
  let isReady = false;
  async function* dripping() {
    for await (const piece of slow.pieces) {
      if (slow.counted.pieces > 6) while (!isReady) await sleep(10);
      yield piece;
    }
  }
  const late = readBody(dripping(), limits);
  expect(await readBody(endless().pieces, limits)).toMatchObject({ cut: true });
  isReady = true;
  expect(await late).toMatchObject({ cut: true });
});
