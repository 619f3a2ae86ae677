import { replacedIn, type View } from './view.js';

/**
 * What splits an encoded text: the end of a line, the separator of two pairs of hexadecimal digits, and the soft end of a line in
 * quoted-printable, which also writes characters by their code.
 */
const splits =
  /=(?:\\+r|\r)?(?:\\+n|\n)|=([0-9a-f]{2})|(?<=[\w+/-]{16})(?:[\r\n]|\\+[rn])+[ \t]*(?=[\w+/-])|(?<=[0-9a-f]{2})[: -](?=[0-9a-f]{2}(?![0-9a-f]))/gi;

/** Ends of lines, as they are and as JSON escapes them. */
const lineEnds = ['\n', '\\n'];
/** A line of an encoded text is at least so long, longer than what ordinary lines end with, such as the path of a URL or an id. */
const shortestLine = 48;
const encodedLine = /[\w+/]{48}=*(?:\r|\\+r)?\\*$/;
/** Codes in quoted-printable that are no number, as in a query: of a character that tokens have beside letters and digits, or three in a row. */
const printableCode = /^=(?:2[a-f]|3[a-f]|5[b-f]|7[b-e]|[0-9a-f]{2}=[0-9a-f]{2}=[0-9a-f]{2})/i;
/** The soft end of a line in quoted-printable. */
const softEnd = /[!-~]{48}=(?:\r|\\+r)?(?:\n|\\+n)/;
/** Pairs of digits, each after a separator. */
const pairs = /^(?:[: -][0-9a-f]{2}){3}[: -]/i;
/** Characters between two places at which separators are looked for: less than eight pairs with their separators have. */
const step = 11;

/** Puts texts that are encoded in lines, in pairs of digits or in quoted-printable together; `undefined` if there are none. */
export function rejoined(view: View): View | undefined {
  const { text } = view;
  if (!hasLines(text) && !hasPairs(text) && !isQuotedPrintable(text)) return undefined;
  return replacedIn(view, splits, ([, code]) =>
    code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Whether a line ends with what may be encoded. The ends of lines are found much faster than by an expression. */
function hasLines(text: string): boolean {
  return lineEnds.some((end) => {
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + end.length))
      if (encodedLine.test(text.slice(Math.max(0, at - shortestLine - 12), at))) return true;
    return false;
  });
}

/** Whether one of three characters in a row is a separator that stands there again and again. */
function hasPairs(text: string): boolean {
  for (let at = 0; at + step <= text.length; at += step)
    for (let place = at; place < at + 3; place++) {
      const one = text.charCodeAt(place);
      if (one !== 0x3a && one !== 0x2d && one !== 0x20) continue;
      if (text.charCodeAt(place + 3) !== one || text.charCodeAt(place + 6) !== one) continue;
      if (pairs.test(text.slice(place, place + 10))) return true;
    }
  return false;
}

function isQuotedPrintable(text: string): boolean {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    if (printableCode.test(text.slice(at, at + 9))) return true;
    const next = text.charCodeAt(at + 1);
    if (next !== 0x0a && next !== 0x0d && next !== 0x5c) continue;
    if (softEnd.test(text.slice(Math.max(0, at - shortestLine), at + 9))) return true;
  }
  return false;
}
