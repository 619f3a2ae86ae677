import { expect, test } from 'vitest';
import { drawFrom } from './draw.js';

const values = (seed: number, label: string) => {
  const draw = drawFrom(seed, label);
  return [draw.hex(8), draw.guid(), draw.integer(1_000_000_000), draw.hex(8)];
};

test('the same seed and label give the same values', () => {
  expect(values(7, 'CREATE-1/0')).toEqual(values(7, 'CREATE-1/0'));
});

test('another seed, another label and a later draw give others', () => {
  const [first, , , last] = values(7, 'CREATE-1/0');
  expect(values(8, 'CREATE-1/0')[0]).not.toBe(first);
  expect(values(7, 'CREATE-1/1')[0]).not.toBe(first);
  expect(last).not.toBe(first);
});

test('values have their form', () => {
  const draw = drawFrom(1, 'x');
  expect(draw.hex(0)).toBe('');
  expect(draw.hex(200)).toMatch(/^[0-9a-f]{200}$/);
  expect(draw.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const drawn = Array.from({ length: 300 }, () => draw.integer(3));
  expect([...new Set(drawn)].sort()).toEqual([0, 1, 2]);
});
