/** Characters below which an encoded secret may be part of an ordinary text. */
const shortest = 8;

/**
 * A secret as it may be written inside of other text: as it is, backwards, escaped as in JSON, in a URL and in octal digits, and encoded in
 * base64, base64url and hexadecimal digits, from UTF-8 and UTF-16, and in base64 twice. Base64 has three spellings, because it depends on where among the
 * encoded bytes the secret begins; each is the part that the secret alone determines.
 */
export function spellings(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const utf16 = Buffer.from(secret, 'utf16le');
  const twice = base64Texts(Buffer.from(secret, 'utf8')).flatMap((text) => base64Texts(Buffer.from(text, 'utf8')));
  const rare = [...encodingsOf(utf16), ...encodingsOf(Buffer.from(utf16).swap16()), ...twice, ...octalTexts(secret)];
  return [
    ...new Set([secret, backwards(secret), json, encodeURIComponent(secret), ...encodings(secret), ...rare]),
  ].filter(({ length }) => length >= shortest);
}

/** Such as `\145\171`, and the same in a JSON string. */
function octalTexts(secret: string): readonly string[] {
  return ['\\', '\\\\'].map((backslash) =>
    [...Buffer.from(secret, 'utf8')].map((byte) => backslash + byte.toString(8).padStart(3, '0')).join(''),
  );
}

export function backwards(secret: string): string {
  return [...secret].reverse().join('');
}

/** The {@link spellings} that are encoded from UTF-8 once. */
export function encodings(secret: string): readonly string[] {
  return encodingsOf(Buffer.from(secret, 'utf8'));
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  const base64 = base64Texts(bytes);
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const hex = Buffer.from(bytes).toString('hex');
  return [...new Set([...base64, ...url, hex, hex.toUpperCase()])].filter(({ length }) => length >= shortest);
}

function base64Texts(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((offset) => base64Of(bytes, offset));
}

function base64Of(bytes: Uint8Array, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
