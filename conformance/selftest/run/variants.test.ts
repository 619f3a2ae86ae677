import { expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import { allVariants } from './load.js';
import { perform } from './task.js';

const variants = await allVariants();

// The self-test runs all of them.
test.each(variants.flatMap(({ name }, index) => (index % 4 === 2 ? [{ name, index }] : [])))(
  'a server raises no false alarm when $name',
  async ({ index }) => {
    const { problems } = await perform({ kind: 'variant', index }, { whole: false, seed: 1 });
    expect(problems).toEqual([]);
  },
  60_000,
);

test('every variant follows every MUST', () => {
  const exceptions = variants.flatMap(({ doesNotFollow }) => doesNotFollow);
  expect(exceptions.filter((id) => requirements[id].level === 'MUST')).toEqual([]);
});

test('no two variants have the same name', () => {
  const names = variants.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
