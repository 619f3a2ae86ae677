import { expect, test } from 'vitest';
import { placeIn, placeText } from './replay.js';

test('a place comes back from its text', () => {
  const place = { lane: 3, path: '12:3:0', replayPath: 'AABG:F' };
  expect(placeIn(placeText(place))).toEqual(place);
});

test.each(['', '12', '0/12', '0/12/', 'x/12:3/AABG:F', '0/12:x/AABG:F', '0/12:3/AABG'])('%j is no place', (text) => {
  expect(() => placeIn(text)).toThrow(/no place of a sequence/);
});
