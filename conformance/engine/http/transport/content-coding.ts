import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { errorText } from '../../errors.js';
import type { HeaderFields } from '../../evidence/header-fields.js';
import { readBody, type WireResponse } from './transport.js';

/** The content codings that the kit reads, as the value of `Accept-Encoding`. */
export const acceptedCodings = 'gzip, deflate, br';

/** The most codings on top of each other that are removed; a response with more is not read. */
const mostCodings = 3;

/** The codings of a body, the one applied last first; `identity` is none. */
function codingsOf(headers: HeaderFields): readonly string[] {
  const names = (headers.get('content-encoding') ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity').reverse();
}

/** Removes the content codings of a body, whether the request asked for them or not, up to the limit of decoded bytes. */
export async function decoded(
  headers: HeaderFields,
  encoded: { readonly body: Uint8Array; readonly cut: boolean },
  maxBodyBytes: number,
): Promise<Pick<WireResponse, 'body' | 'cut' | 'unreadable' | 'notDecoded'>> {
  const codings = codingsOf(headers);
  if (codings.length === 0 || encoded.body.length === 0) return encoded;
  const unknown = codings.find((name) => !decoders.has(name));
  if (unknown !== undefined || codings.length > mostCodings) {
    const which = headers.get('content-encoding');
    const unreadable = `the kit cannot decode the content coding ${JSON.stringify(which)}; it asks for ${acceptedCodings}`;
    return { ...encoded, unreadable };
  }
  let { body, cut } = encoded;
  for (const name of codings) {
    // What is left of an encoded body that was cut cannot be decoded to its end.
    if (cut) return { body, cut };
    try {
      const stream = decoders.get(name)?.(body);
      if (stream) ({ body, cut } = await readBody(Readable.from([body]).pipe(stream), maxBodyBytes));
    } catch (error) {
      const why = errorText(error);
      return { body, cut, notDecoded: `the body cannot be decoded as ${name}: ${why}` };
    }
  }
  return { body, cut };
}

type Decoder = (body: Uint8Array) => ReturnType<typeof createGunzip>;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  // Some servers send the bare data of `deflate`, without the zlib header that RFC 9110 asks for.
  ['deflate', ([first = 0]) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())],
  ['br', () => createBrotliDecompress()],
]);
