import { expect, test } from 'vitest';
import { attributesOf, parsed } from '../testing/xml.js';
import { element, xmlText } from './xml.js';

test('any text gives well-formed XML 1.0 that a parser reads back', () => {
  const hostile = `]]> <&>"' <b c='1'/> &bogus; é 😀\n\t`;
  const xml = element('a', { b: hostile, c: 1 }, [xmlText(hostile), element('d', {})]);
  expect(attributesOf(parsed(xml))).toEqual({ b: hostile, c: '1' });
  expect(parsed(xml).textContent).toBe(hostile);
});

test('characters that XML forbids are escaped as text', () => {
  const xml = element('a', { b: '\u0000\u001b' }, [xmlText('\u0007 \ud800 \udfff \ufffe \uffff \u202e')]);
  expect(parsed(xml).textContent).toBe('\\u0007 \\ud800 \\udfff \\ufffe \\uffff \\u202e');
  expect(attributesOf(parsed(xml))).toEqual({ b: '\\u0000\\u001b' });
});
