import { expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import { allVariants } from './load.js';
import { perform } from './task.js';

const variants = await allVariants();

test.each(variants.map(({ name }, index) => ({ name, index })))(
  '$name',
  async ({ index }) => {
    const { wrong } = await perform({ kind: 'variant', index }, { whole: false, seed: 1 });
    expect(wrong).toEqual([]);
  },
  60_000,
);

test('no variant gives up a MUST', () => {
  const given = variants.flatMap(({ givesUp }) => givesUp);
  expect(given.filter((id) => requirements[id].level === 'MUST')).toEqual([]);
});

test('no two variants have the same name', () => {
  const names = variants.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
