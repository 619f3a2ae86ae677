import { isUtf8 } from 'node:buffer';
import { isJson } from '../../engine/evidence/is-json.js';

/** JSON readers that throw on a text that RFC 8259 leaves open, and otherwise return the text. */
export const crashes = {
  byteOrderMark: crashesOn((text) => text.startsWith('\ufeff')),
  repeatedName: crashesOn((text) => text.split('"actionReason":').length > 2),
  hugeNumber: crashesOn((text) => /:-?\d{300,}|\de\d{3,}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))),
  depth: crashesOn((text) => text.includes('['.repeat(500))),
};

function crashesOn(isUnexpected: (text: string) => boolean): (bytes: Uint8Array) => string {
  return (bytes) => {
    // Decoding would repair invalid UTF-8, which is another defect; this text is not JSON either.
    if (!isUtf8(bytes)) return '\0';
    const text = Buffer.from(bytes).toString();
    // Malformed JSON is rejected as by the reference.
    if (isJson(text.replace(/^\ufeff/, '')) && isUnexpected(text))
      throw new RangeError('the reader does not expect this text');
    return text;
  };
}
