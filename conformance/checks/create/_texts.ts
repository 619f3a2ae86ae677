import type { Draw } from '../../engine/world/draw.js';

/** A text that a faulty server changes, and the name of its input. */
export interface Text {
  readonly name: string;
  readonly text: string;
  /** Set where the server changes it only if it is the whole value, or at an end of the value. */
  readonly isWhole?: true;
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
  { name: 'repeated spaces and spaces at both ends', text: '  two  and three   ', isWhole: true },
  { name: 'text that looks like a date', text: '2019-01-10T12:23:23.3300000+03:00', isWhole: true },
  { name: 'text that looks like a number', text: '0012.50', isWhole: true },
  { name: 'the text null', text: 'null', isWhole: true },
  { name: 'the text true', text: 'true', isWhole: true },
  { name: 'invisible characters', text: 'a\u200bb\u200dc\u00add\u2060e' },
  { name: 'text that contains escapes', text: String.raw`\n \u0041 \x41 \\ \"` },
  { name: 'compatibility letters', text: 'ＦＵＬＬ ① ² \ufb03 ㎏' },
];

/** The texts joined by ` | `. */
export function joined(texts: readonly Text[]): string {
  return texts.map(({ text }) => text).join(' | ');
}

/** All of {@link hardTexts} in one text. */
export const joinedTexts: Text = { name: 'all special texts', text: joined(hardTexts) };

/** The most characters of texts that are joined, so that a `clientContext` has room for them and for what makes it unique. */
const mostJoined = 200;

/** The texts in groups, of which each is sent as one text. One that has to be a whole value is a group of its own. */
export function joinableGroups(texts: readonly Text[]): readonly (readonly Text[])[] {
  const groups: Text[][] = [];
  for (const text of texts.filter(({ isWhole }) => !isWhole)) {
    const last = groups.at(-1);
    if (last && joined([...last, text]).length <= mostJoined) last.push(text);
    else groups.push([text]);
  }
  return [...groups, ...texts.filter(({ isWhole }) => isWhole).map((text) => [text])];
}

/** Texts that a target may reject and stores unchanged if it accepts them; decision 0049. */
export function edgeTexts(draw: Draw): readonly Text[] {
  const start = `${draw.hex(8)} `;
  return [
    { name: 'an empty text', text: '' },
    { name: 'spaces only', text: '   ' },
    // A Han character, so that few texts of a run are the same.
    { name: 'one character', text: String.fromCodePoint(0x4e00 + draw.integer(20_000)) },
    { name: 'digits only', text: `1${draw.hex(12).replaceAll(/[a-f]/g, '7')}` },
    { name: '10,000 characters', text: `${start}${'long '.repeat(2_000)}`.slice(0, 9_999).concat('.') },
  ];
}

/** A text of which only the beginning is left where strings end with U+0000. A target may reject it; decision 0049. */
export function textWithNul(draw: Draw): Text {
  return { name: 'the character U+0000', text: `${draw.hex(8)} before\u0000after` };
}

/** The {@link edgeTexts} that are within the limit of `clientContext`. */
export function shortEdgeTexts(draw: Draw): readonly Text[] {
  return edgeTexts(draw).filter(({ text }) => text.length <= 256);
}

/** Characters of every length in UTF-8, with and without a meaning in common syntaxes. */
const alphabet = [...`abcXYZ019 .,;:!?'"\\/%&<>{}[]()$#@*+-=_|~^\`äßñЖΩ東京한글ع\u05d0\u00a0🚫🛡👍`];

/** A random text of `length` characters from the alphabet. */
export function randomText(draw: Draw, length: number): Text {
  const text = Array.from({ length }, () => alphabet[draw.integer(alphabet.length)]).join('');
  return { name: `${length} drawn characters`, text };
}
