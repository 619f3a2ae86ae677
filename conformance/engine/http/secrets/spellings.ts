/** Characters below which an encoded secret may be part of an ordinary text. */
const shortest = 8;

/**
 * A secret as it may be written inside of other text: as it is, escaped as in JSON and in a URL, and encoded in base64, base64url and
 * hexadecimal digits. Base64 has three spellings, because it depends on where among the encoded bytes the secret begins; each is the part
 * that the secret alone determines.
 */
export function spellings(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, json, encodeURIComponent(secret), ...encodings(secret)])].filter(
    ({ length }) => length >= shortest,
  );
}

/** The encoded ones among the {@link spellings}. */
export function encodings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((offset) => base64Of(bytes, offset));
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const hex = bytes.toString('hex');
  return [...new Set([...base64, ...url, hex, hex.toUpperCase()])].filter(({ length }) => length >= shortest);
}

function base64Of(bytes: Uint8Array, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
