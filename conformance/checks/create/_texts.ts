import type { Draw } from '../../engine/world/draw.js';

/** A text that a faulty server changes, and the name of its input. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

/** Texts that come back unchanged only from a server that does not interpret them. */
export const hardTexts: readonly Text[] = [
  { name: 'quotes and slashes', text: `"double" 'single' \`back\` C:\\temp\\new https://example.com/a//b` },
  { name: 'percent and plus signs', text: '100% %20 %41 %zz %2F a+b' },
  { name: 'markup', text: '<b title="x">&amp; &#65;</b> <!-- no --> ]]>' },
  { name: 'template and SQL syntax', text: `'; DROP TABLE actions; -- {{7*7}} {0} %s $(x) #{y}` },
  { name: 'emoji of several code points', text: '🛡️ 👩‍💻 🇩🇪 🚫' },
  { name: 'right-to-left text with marks', text: 'حركة مريبة \u200f(192.0.2.1)\u200f \u202bעברית\u202c' },
  { name: 'composed and decomposed letters', text: '\u00e9 e\u0301 \u00c5 A\u030a \ufb01' },
  { name: 'line breaks and tabs', text: 'first\nsecond\r\n\tthird\u2028fourth' },
  { name: 'repeated spaces and spaces at both ends', text: '  two  and three   ' },
  { name: 'text that looks like a date', text: '2019-01-10T12:23:23.3300000+03:00' },
  { name: 'text that looks like a number', text: '0012.50' },
  { name: 'the text null', text: 'null' },
];

/** Characters of every length in UTF-8, with and without a meaning in common syntaxes. */
const alphabet = [...`abcXYZ019 .,;:!?'"\\/%&<>{}[]()$#@*+-=_|~^\`äßñЖΩ東京한글ع\u05d0\u00a0🚫🛡👍`];

/** A random text of `length` characters from the alphabet. */
export function randomText(draw: Draw, length: number): Text {
  const text = Array.from({ length }, () => alphabet[draw.integer(alphabet.length)]).join('');
  return { name: `${length} drawn characters`, text };
}
