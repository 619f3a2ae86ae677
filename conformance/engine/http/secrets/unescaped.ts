import { replacedIn, type View, wholeView } from './view.js';

/** Characters by their code or after a backslash, as in JSON, URLs, HTML and programs, and the NUL of each ASCII character in UTF-16. */
const escapes =
  /\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|\\+([01][0-7]{2})|%([0-9a-f]{2})|&#0*(\d{1,7});|&#x0*([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);|\\+(?=["'/\\])|\0/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** How often one escaped text may be escaped again. */
const mostLayers = 4;

/** Undoes all escapes in a text, also those of escapes; undefined if it has none. */
export function unescaped(text: string): View | undefined {
  let inner = once(wholeView(text));
  for (let layer = 1; inner && layer < mostLayers; layer++) {
    const next = once(inner);
    if (!next) break;
    inner = next;
  }
  return inner;
}

function once(view: View): View | undefined {
  return mayHaveEscapes(view.text) ? replacedIn(view, escapes, characterOf) : undefined;
}

/** Whether a text has a character with which an escape begins. Looking for each of them is much faster than the expression. */
function mayHaveEscapes(text: string): boolean {
  return text.includes('\\') || text.includes('%') || text.includes('&') || text.includes('\0');
}

function characterOf([, unit, byte, octal, percent, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? '';
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const hex = unit ?? byte ?? percent ?? hexadecimal;
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
  return code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
}
