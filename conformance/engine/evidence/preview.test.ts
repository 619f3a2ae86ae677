import { expect, test } from 'vitest';
import { truncate } from './preview.js';

test.each(['é', '語', '\ud83d'])('a shortened text of %j begins as the text does', (character) => {
  const text = character.repeat(50);
  expect(truncate(text, 20)).toBe(`${text.slice(0, 20)} … (50 characters in all)`);
});
