/** Writes the values of ASN.1 that an X.509 certificate consists of, in DER (ITU-T X.690). Each function returns one encoded value. */

/** A value with this tag; the contents are encoded values or bytes. */
export function value(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length < 128 ? [content.length] : longLength(content.length);
  return Buffer.concat([Uint8Array.of(tag, ...length), content]);
}

/** The long form of a length: the number of its bytes, and its bytes, most significant first. */
function longLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...members: readonly Uint8Array[]) => value(0x30, ...members);
export const set = (...members: readonly Uint8Array[]) => value(0x31, ...members);
export const octetString = (...contents: readonly Uint8Array[]) => value(0x04, ...contents);
export const utf8String = (text: string) => value(0x0c, Buffer.from(text, 'utf8'));
export const yes = value(0x01, Uint8Array.of(0xff));

/** A member with a context-specific tag; `constructed` when it contains encoded values instead of bytes. */
export function tagged(number: number, constructed: boolean, ...contents: readonly Uint8Array[]): Buffer {
  return value((constructed ? 0xa0 : 0x80) | number, ...contents);
}

/** A whole number that is not negative, from its bytes, most significant first. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  // A first bit that is set would make the number negative.
  return value(0x02, Uint8Array.of(...((significant[0] ?? 0) >= 0x80 ? [0] : []), ...significant));
}

/** Bits; the last byte has `unused` bits that do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Buffer {
  return value(0x03, Uint8Array.of(unused), bytes);
}

/** An object identifier, such as `2.5.29.17`. */
export function objectIdentifier(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return value(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** The digits of a number in base 128; all but the last have the first bit set. */
function base128(number: number): number[] {
  const digits = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift(0x80 | (rest % 128));
  return digits;
}

/** An instant, to the second. Years from 2050 on need the longer form (RFC 5280, 4.1.2.5). */
export function time(instant: Date): Buffer {
  const digits = instant.toISOString().replace(/[-:T]|\.\d+/g, '');
  return instant.getUTCFullYear() < 2050 ? value(0x17, Buffer.from(digits.slice(2))) : value(0x18, Buffer.from(digits));
}
