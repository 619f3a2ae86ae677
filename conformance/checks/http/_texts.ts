import type { Draw } from '../../engine/world/draw.js';

/** Texts outside ASCII that some server has mangled, each named after what is special about it. */
export const texts: Readonly<Record<string, string>> = {
  'accented letters': 'Bloqué à l’entrée – Größe ñ',
  'letters that some locale folds': 'İstanbul ıĞ ẞß ΑΣ ας ǅ',
  'composed and decomposed letters': 'e\u0301 and \u00e9, A\u030a and \u00c5 and \u212b stay apart',
  'compatibility letters': '\ufb01 ＦＵＬＬ ① ² ㎏',
  'other scripts': '封鎖 блокировать अवरुद्ध 차단',
  'right to left': 'حظر \u202bעצור\u202c \u200fnow',
  'beyond the basic plane': '🛡️👩🏽‍💻𝔘𐍈🇩🇪\u{10fffd}',
  'characters that cannot be seen': 'a\u200bb\u200dc\u00add\u2060e\u{e0061}f\ufffdg',
  'white space beyond ASCII at both ends': '\u00a0\u3000\ufefftext\ufeff\u2003\u00a0',
  'line ends beyond ASCII': 'one\u0085two\u2028three\u2029four',
  'marks of JSON, URLs and SQL': `“quoted” "q" \\ / %C3%A9 %zz + & ' -- ; <b>é</b> &eacute; \\u00e9`,
  'three bytes each, over several blocks': `a${'封鎖鏈'.repeat(500)}`,
  'four bytes each, over several blocks': `ab${'🛡🚫'.repeat(400)}`,
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

/** So many code points of many scripts, drawn for this run. */
export function drawnText(draw: Draw, length: number): string {
  return Array.from({ length }, () => {
    const [first, last] = ranges[draw.integer(ranges.length)] ?? ranges[0];
    return String.fromCodePoint(first + draw.integer(last - first + 1));
  }).join('');
}

/** JSON in which every character outside ASCII is written as an escape, those beyond the basic plane as two. */
export function escaped(value: unknown): string {
  const hex = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, hex);
}
