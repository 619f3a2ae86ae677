import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Needles } from './needles.js';

/** The same, by looking at each place for each needle. */
function slowly(needles: readonly string[], text: string) {
  const longestFirst = needles.toSorted((a, b) => b.length - a.length);
  const found: { at: number; needle: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const needle = longestFirst.find((one) => text.startsWith(one, at));
    if (needle !== undefined) found.push({ at, needle });
    at += needle?.length ?? 1;
  }
  return found;
}

/** Few characters, so that needles overlap and nearly match. */
const textOf = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '\u0101'), minLength, maxLength });

test('needles are found wherever they are, the longest first, and do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(textOf(8, 12), { minLength: 1, maxLength: 6 }),
      fc.array(textOf(0, 9), { maxLength: 6 }),
      (some, between) => {
        const needles = new Needles<string>();
        for (const needle of some) needles.add(needle, needle);
        const text = between.map((one, index) => `${one}${some[index % some.length]}`).join('');
        const found = [...needles.findIn(text)].map(({ at, needle }) => ({ at, needle }));
        expect(found).toEqual(slowly(some, text));
      },
    ),
    { numRuns: 300 },
  );
});

test('a short needle is rejected, and nothing is found in a short text', () => {
  const needles = new Needles<string>();
  expect(() => needles.add('1234567', '')).toThrow(RangeError);
  expect([...needles.findIn('a text')]).toEqual([]);
  needles.add('12345678', 'SECRET');
  needles.add('12345678', 'SECRET');
  expect(needles.size).toBe(1);
  expect([...needles.findIn('1234567')]).toEqual([]);
  expect([...needles.findIn('12345678')]).toEqual([{ at: 0, needle: '12345678', value: 'SECRET' }]);
});
