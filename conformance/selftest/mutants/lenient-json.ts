import { isUtf8 } from 'node:buffer';
import { isJson } from '../../engine/evidence/is-json.js';

/** What lenient JSON readers accept in place of the grammar: each returns the strict text that the reader would understand. */
export const lenient = {
  comments: outsideStrings(/\/\*.*?\*\/|\/\/[^\n]*/gs, ''),
  hashComments: outsideStrings(/#[^\n]*/g, ''),
  trailingCommas: outsideStrings(/,(?=\s*[}\]])/g, ''),
  repeatedCommas: outsideStrings(/,(?=\s*,)/g, ''),
  missingCommas: outsideStrings(/(?<=[}\]])\s*(?=\{)/g, ','),
  semicolons: outsideStrings(/;/g, ','),
  equalsSigns: outsideStrings(/=/g, ':'),
  bareNames: outsideStrings(/(?<=[{,]\s*)(?<kept>[A-Za-z_]\w*)(?=\s*:)/g, '"$kept"'),
  specialNumbers: outsideStrings(/[+-]?\b(?:NaN|Infinity)\b/g, 'null'),
  leadingZeros: outsideStrings(/(?<![\w.])(?<kept>-?)0+(?=\d)/g, '$kept'),
  leadingPlus: outsideStrings(/\+(?=\d)/g, ''),
  hexadecimal: outsideStrings(/\b0x[\da-f]+\b/gi, '0'),
  barePoints: outsideStrings(/(?<!\d)\.(?=\d)|(?<=\d)\.(?!\d)/g, ''),
  pythonWords: outsideStrings(/\b(?:True|False|None)\b/g, 'null'),
  otherWhiteSpace: outsideStrings(/[\f\v\u00a0\ufeff\u2028]/g, ' '),
  anyTail: firstValue,
  closedText: closed,
  /** Single quotes around names and values. */
  singleQuotes: (text: string) =>
    /^[^"]*'|[{,:[]\s*'/.test(text) ? text.replace(/(?<=[{,:[]\s*)'([^'"]*)'/g, '"$1"') : text,
  controlCharacters: (text: string) => text.replace(/\p{Cc}/gu, (one) => JSON.stringify(one).slice(1, -1)),
  otherEscapes: (text: string) => text.replace(/\\(?=[^"\\/bfnrtu])/g, ''),
  shortEscapes: (text: string) => text.replace(/\\u(?![\da-f]{4})/gi, 'u'),
};

/** Replaces what the pattern finds outside JSON strings; `$kept` in the replacement is the text of the group of that name. */
function outsideStrings({ source, flags }: RegExp, replacement: string): (text: string) => string {
  const pattern = new RegExp(`(?<string>"(?:[^"\\\\]|\\\\.)*")|(?:${source})`, flags);
  return (text) =>
    text.replace(pattern, (...found) => {
      const { string, kept = '' } = found.at(-1) as { readonly string?: string; readonly kept?: string };
      return string ?? replacement.replace('$kept', kept);
    });
}

/** The first value of a text; what follows it is ignored. */
function firstValue(text: string): string {
  for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
    const start = text.slice(0, end + 1);
    if (isJson(start)) return start;
  }
  return text;
}

/** A text that ends too early, with what is missing at its end. */
function closed(text: string): string {
  if (!text.startsWith('{') || isJson(text)) return text;
  for (const tail of ['}', '"}', ']}', '}]}', '"}]}']) {
    if (isJson(text + tail)) return text + tail;
  }
  return text;
}

/** Readers of bytes that are not UTF-8. */
export const lenientBytes = {
  /** Invalid bytes become replacement characters. */
  replacing: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  /** Windows-1252 where the bytes are not UTF-8. */
  latin1: (bytes: Uint8Array) => {
    return isUtf8(bytes) ? Buffer.from(bytes).toString() : Buffer.from(bytes).toString('latin1');
  },
  /** UTF-16 recognized by its byte order mark. */
  markedUtf16: (bytes: Uint8Array) => {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
    return strict(bytes);
  },
  /** UTF-16 and UTF-32 recognized by the zero bytes around the first character, as RFC 4627 described. */
  detected: (bytes: Uint8Array) => {
    const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
    if (zeros === 'x0x0') return new TextDecoder('utf-16le').decode(bytes);
    if (zeros === '0x0x') return new TextDecoder('utf-16be').decode(bytes);
    if (zeros === 'x000') return fromUtf32(bytes, true);
    if (zeros === '000x') return fromUtf32(bytes, false);
    return strict(bytes);
  },
};

function fromUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes = Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getUint32(index * 4, little));
  return String.fromCodePoint(...codes);
}

/** Text that stays invalid where the bytes are not UTF-8. */
function strict(bytes: Uint8Array): string {
  return isUtf8(bytes) ? Buffer.from(bytes).toString() : '';
}
