/** Characters by their code or after a backslash, as in JSON, URLs, HTML and programs, and the NUL of each ASCII character in UTF-16. */
const escapes =
  /\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|%([0-9a-f]{2})|&#0*(\d{1,7});|&#x0*([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);|\\+(?=["'/\\])|\0/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** How often one escaped text may be escaped again. */
const mostLayers = 4;

/** A text without escapes, and where each of its characters begins in the text with escapes; one place more than characters. */
export interface Unescaped {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** Undoes all escapes in a text, also those of escapes; undefined if it has none. */
export function unescaped(text: string): Unescaped | undefined {
  let inner = once({ text, starts: undefined });
  for (let layer = 1; inner && layer < mostLayers; layer++) {
    const next = once(inner);
    if (!next) break;
    inner = next;
  }
  return inner;
}

function once({ text, starts }: { text: string; starts: Uint32Array | undefined }): Unescaped | undefined {
  if (!mayHaveEscapes(text) || text.search(escapes) < 0) return undefined;
  let clean = '';
  let copied = 0;
  const places = new Uint32Array(text.length + 1);
  const copy = (to: number) => {
    for (let at = copied; at < to; at++) places[clean.length + at - copied] = starts?.[at] ?? at;
    clean += text.slice(copied, to);
  };
  for (const match of text.matchAll(escapes)) {
    copy(match.index);
    copied = match.index + match[0].length;
    const character = characterOf(match);
    places.fill(starts?.[match.index] ?? match.index, clean.length, clean.length + character.length);
    clean += character;
  }

  copy(text.length);
  places[clean.length] = starts?.[text.length] ?? text.length;
  return { text: clean, starts: places.subarray(0, clean.length + 1) };
}

/** Whether a text has a character with which an escape begins. Looking for each of them is much faster than the expression. */
function mayHaveEscapes(text: string): boolean {
  return text.includes('\\') || text.includes('%') || text.includes('&') || text.includes('\0');
}

function characterOf([, unit, byte, percent, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? '';
  const hex = unit ?? byte ?? percent ?? hexadecimal;
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
  return code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
}
