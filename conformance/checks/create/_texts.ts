import type { Draw } from '../../engine/world/draw.js';

/** A text that some server has mangled, and why it might. */
export interface Text {
  readonly says: string;
  readonly text: string;
}

/** Texts that come back only from a server which treats them as texts and nothing else. */
export const texts: readonly Text[] = [
  { says: 'quotes and slashes', text: `"double" 'single' \`back\` C:\\temp\\new https://example.com/a//b` },
  { says: 'percent and plus signs', text: '100% %20 %41 %zz %2F a+b' },
  { says: 'markup', text: '<b title="x">&amp; &#65;</b> <!-- no --> ]]>' },
  { says: 'templates and statements', text: `'; DROP TABLE actions; -- {{7*7}} {0} %s $(x) #{y}` },
  { says: 'emoji of several code points', text: '🛡️ 👩‍💻 🇩🇪 🚫' },
  { says: 'right-to-left text with marks', text: 'حركة مريبة \u200f(192.0.2.1)\u200f \u202bעברית\u202c' },
  { says: 'composed and decomposed letters', text: '\u00e9 e\u0301 \u00c5 A\u030a \ufb01' },
  { says: 'line ends and tabs', text: 'first\nsecond\r\n\tthird\u2028fourth' },
  { says: 'spaces at both ends and in a input', text: '  two  and three   ' },
  { says: 'a text like a date', text: '2019-01-10T12:23:23.3300000+03:00' },
  { says: 'a text like a number', text: '0012.50' },
  { says: 'a text like null', text: 'null' },
];

/** Characters to draw from, of every length in UTF-8 and with and without a meaning in some syntax. */
const alphabet = [...`abcXYZ019 .,;:!?'"\\/%&<>{}[]()$#@*+-=_|~^\`äßñЖΩ東京한글ع\u05d0\u00a0🚫🛡👍`];

/** A text of so many characters, drawn for this run. */
export function drawnText(draw: Draw, length: number): Text {
  const text = Array.from({ length }, () => alphabet[draw.integer(alphabet.length)]).join('');
  return { says: `${length} drawn characters`, text };
}
