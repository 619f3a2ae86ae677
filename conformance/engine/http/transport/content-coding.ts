import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import pLimit from 'p-limit';
import { errorText } from '../../errors.js';
import type { HeaderFields } from '../../evidence/header-fields.js';
import { type BodyOptions, type ReadBody, readBeginning, readBody } from './body.js';
import type { Limits, WireResponse } from './transport.js';

/** The content codings that the kit reads, as the value of `Accept-Encoding`. */
export const acceptedCodings = 'gzip, deflate, br';

/** The most codings on top of each other that are removed; a response with more is not read. */
const mostCodings = 3;

/** One body is decoded at a time: a decoder may need as much memory as the body that comes out of it. */
const decoding = pLimit(1);

/** The codings of a body, the one applied last first; `identity` is none. */
function codingsOf(headers: HeaderFields): readonly string[] {
  const names = (headers.get('content-encoding') ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity').reverse();
}

/** Whether a body with these header fields is under a content coding. */
export function isCoded(headers: HeaderFields): boolean {
  return codingsOf(headers).length > 0;
}

/** Reads the body of a response as it was sent, or only its beginning where its `Content-Length` is beyond the limit. */
export function readSent(
  chunks: Parameters<typeof readBeginning>[0],
  headers: HeaderFields,
  method: string,
  options: BodyOptions,
): Promise<ReadBody> {
  const isTooLong = Number(headers.get('content-length') ?? 0) > options.maxBodyBytes && method !== 'HEAD';
  return (isTooLong ? readBeginning : readBody)(chunks, { ...options, isCoded: isCoded(headers) });
}

/** Removes the content codings of a body, whether the request asked for them or not, as far as the decoded body keeps the limits. */
export async function decoded(
  headers: HeaderFields,
  encoded: ReadBody,
  limits: Pick<Limits, 'maxBodyBytes' | 'whyUnread'>,
): Promise<ReadBody & Pick<WireResponse, 'unreadable' | 'notDecoded'>> {
  const transfer = headers.get('transfer-encoding');
  if (transfer !== null && !/^\s*(identity|chunked)?\s*$/i.test(transfer))
    return {
      ...encoded,
      unreadable: `the kit cannot decode the transfer coding ${JSON.stringify(transfer)}; no request asks for one besides chunked`,
    };
  const codings = codingsOf(headers);
  if (codings.length === 0 || encoded.body.length === 0) return encoded;
  const unknown = codings.find((name) => !decoders.has(name));
  if (unknown !== undefined || codings.length > mostCodings) {
    const which = headers.get('content-encoding');
    const unreadable = `the kit cannot decode the content coding ${JSON.stringify(which)}; it asks for ${acceptedCodings}`;
    return { ...encoded, unreadable };
  }
  let read = encoded;
  for (const [index, name] of codings.entries()) {
    // What is left of an encoded body that was cut cannot be decoded to its end.
    if (read.cut) break;
    const { body } = read;
    const how = { ...limits, isCoded: index < codings.length - 1 };
    try {
      const decode = decoders.get(name);
      if (decode) read = await decoding(() => readBody(Readable.from([body]).pipe(decode(body)), how));
    } catch (error) {
      return { ...read, notDecoded: `the body cannot be decoded as ${name}: ${errorText(error)}` };
    }
  }
  return read;
}

type Decoder = (body: Uint8Array) => ReturnType<typeof createGunzip>;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  // Some servers send the bare data of `deflate`, without the zlib header that RFC 9110 asks for.
  ['deflate', ([first = 0]) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())],
  ['br', () => createBrotliDecompress()],
]);
