import type { Draw } from '../../engine/world/draw.js';

/** Texts with characters that servers are known to corrupt, by name. */
export const unusualTexts: Readonly<Record<string, string>> = {
  'accented letters': 'Bloqué à l’entrée – Größe ñ',
  'letters with locale-dependent case': 'İstanbul ıĞ ẞß ΑΣ ας ǅ',
  'composed and decomposed letters': 'e\u0301 and \u00e9, A\u030a and \u00c5 and \u212b stay apart',
  'compatibility letters': '\ufb01 ＦＵＬＬ ① ² ㎏',
  'other scripts': '封鎖 блокировать अवरुद्ध 차단',
  'right-to-left text': 'حظر \u202bעצור\u202c \u200fnow',
  'characters beyond the basic plane': '🛡️👩🏽‍💻𝔘𐍈🇩🇪\u{10fffd}',
  'invisible characters': 'a\u200bb\u200dc\u00add\u2060e\u{e0061}f\ufffdg',
  'white space beyond ASCII at both ends': '\u00a0\u3000\ufefftext\ufeff\u2003\u00a0',
  'line breaks beyond ASCII': 'one\u0085two\u2028three\u2029four',
  'special characters of JSON, URLs and SQL': `“quoted” "q" \\ / %C3%A9 %zz + & ' -- ; <b>é</b> &eacute; \\u00e9`,
  'long text of three-byte characters': `a${'封鎖鏈'.repeat(500)}`,
  'long text of four-byte characters': `ab${'🛡🚫'.repeat(400)}`,
};

const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x5d0, 0x5ea],
  [0x900, 0x97f],
  [0x3041, 0x30ff],
  [0x4e00, 0x9fff],
  [0xe000, 0xe0ff],
  [0x1f300, 0x1f64f],
  [0x20000, 0x2a6df],
] as const;

/** A text of `length` random code points from several scripts. */
export function randomUnicodeText(draw: Draw, length: number): string {
  return Array.from({ length }, () => {
    const [first, last] = ranges[draw.integer(ranges.length)] ?? ranges[0];
    return String.fromCodePoint(first + draw.integer(last - first + 1));
  }).join('');
}

/** JSON with every character outside ASCII written as an escape, or as two escapes beyond the basic plane. */
export function escapedJson(value: unknown): string {
  const hex = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, hex);
}
