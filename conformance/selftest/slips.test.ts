import { expect, test } from 'vitest';
import { allSlips } from './load.js';
import { nameOf } from './slip.js';
import { perform } from './task.js';

const slips = await allSlips();

test.each(slips.map((slip, index) => ({ name: nameOf(slip), index })))(
  '$name',
  async ({ index }) => {
    const { wrong } = await perform({ kind: 'slip', index }, { whole: false, seed: 1 });
    expect(wrong).toEqual([]);
  },
  30_000,
);

test('no two slips have the same name', () => {
  const names = slips.map(nameOf);
  expect(names).toEqual([...new Set(names)]);
});

test('no slip is its own relative', () => {
  expect(slips.filter(({ breaks, relatives }) => relatives.includes(breaks)).map(nameOf)).toEqual([]);
});
