import { expect, test } from 'vitest';
import { element, xmlText } from './xml.js';

/** What no XML 1.0 document may hold: most controls, two non-characters, surrogates without their other half. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

test('whatever a target sends, the text is well-formed XML 1.0', () => {
  const hostile = `\u0000\u0007\u001b[31m]]> <&>"' \ud800 \udfff \ufffe \uffff \u202e é 😀\r\n\t`;
  const xml = element('a', { b: hostile, c: 1 }, [xmlText(hostile)]);
  expect(xml).not.toMatch(forbidden);
  expect(xml.replaceAll(/&(lt|gt|amp|quot|#10|#9);/g, '')).not.toMatch(/&/);
  expect(xml.match(/</g)).toHaveLength(2);
  expect(xml).toContain('é 😀');
});
