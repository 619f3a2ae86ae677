import { expect, test } from 'vitest';
import { parsePosition, positionText } from './position.js';

test('a position survives the round trip through its text', () => {
  // A sequence of a create alone has an empty replay path.
  for (const replayPath of ['AABG:F', ':']) {
    const position = { lane: 3, path: '12:3:0', replayPath };
    expect(parsePosition(positionText(position))).toEqual(position);
  }
});

test.each(['', '12', '0/12', '0/12/', 'x/12:3/AABG:F', '0/12:x/AABG:F', '0/12:3/AABG'])(
  'parsePosition rejects %j',
  (text) => {
    expect(() => parsePosition(text)).toThrow(/does not identify a sequence/);
  },
);
