import type { View } from './view.js';

/** What may be a text in base64. */
const runs = /[\w+/-]{24,}/g;
/** In base64 of UTF-16, the bytes that are 0 give these of every eight characters, wherever the text was cut. */
const zeros = /A..A....A..A/;
/** The share of bytes in one of the two places that have to be 0. */
const least = 0.9;

/** Decodes what is UTF-16 in base64; `undefined` if there is nothing like that. */
export function utf16Decoded({ text, starts, ends }: View): View | undefined {
  if (!hasZeros(text)) return undefined;
  let clean = '';
  const places: { readonly from: number; readonly to: number }[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    const found = zeros.test(run) ? decoded(run) : undefined;
    if (!found) continue;
    const begin = index + found.from;
    // The character after each text keeps it apart from the next one.
    clean += `${found.characters} `;
    for (let at = 0; at <= found.characters.length; at++) {
      const byte = 2 * at + found.first;
      places.push({ from: begin + Math.floor((byte * 8) / 6), to: begin + Math.ceil(((byte + 1) * 8) / 6) });
    }
  }
  if (clean === '') return undefined;
  return {
    text: clean,
    starts: Uint32Array.from(places, ({ from }) => starts?.[from] ?? from),
    ends: Uint32Array.from(places, ({ to }) => ends?.[to - 1] ?? to),
  };
}

/** The characters of a run, the place of its first whole group of four, and which byte is the first of a character. */
function decoded(
  run: string,
): { readonly characters: string; readonly from: number; readonly first: number } | undefined {
  for (let from = 0; from < 4; from++) {
    const bytes = Buffer.from(run.slice(from), 'base64');
    for (const first of [0, 1]) {
      const half = bytes.filter((_, at) => at % 2 === first);
      const zeroBytes = bytes.filter((byte, at) => at % 2 !== first && byte === 0).length;
      if (zeroBytes >= least * Math.floor(bytes.length / 2) && !half.includes(0))
        return { characters: Buffer.from(half).toString('latin1'), from, first };
    }
  }
  return undefined;
}

/** The same as the expression {@link zeros}, and much faster for a text without it. */
function hasZeros(text: string): boolean {
  for (let at = text.indexOf('A'); at >= 0; at = text.indexOf('A', at + 1))
    if (text[at + 3] === 'A' && text[at + 8] === 'A' && text[at + 11] === 'A') return true;
  return false;
}
