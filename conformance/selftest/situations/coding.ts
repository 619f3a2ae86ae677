import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Difference } from '../server/difference.js';
import { situation } from '../situation.js';

/** Encodes every body, whether the request asks for it or not. */
function encoded(coding: string, encode: (body: Buffer) => Uint8Array<ArrayBuffer>, when = anyBody): Difference {
  return {
    isOutermost: true,
    fetch: (inner) => async (request) => {
      const response = await inner(request);
      const body = Buffer.from(await response.arrayBuffer());
      if (body.length === 0 || !when(body)) return new Response(body.length > 0 ? body : null, response);
      const headers = new Headers(response.headers);
      headers.set('content-encoding', coding);
      return new Response(encode(body), { status: response.status, headers });
    },
  };
}

/** In the quality that servers use for responses that they encode one by one. */
const brotli = (body: Uint8Array) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
const anyBody = (_body: Buffer) => true;
const plain = (body: Buffer) => new Uint8Array(body);
const normal = { exitCode: 0 };

export const situations = [
  situation(
    'every body is gzip',
    'allowed',
    encoded('gzip', (body) => gzipSync(body)),
    normal,
  ),
  situation(
    'every body is gzip, under its old name in capitals',
    'allowed',
    encoded('X-GZIP', (body) => gzipSync(body)),
    normal,
  ),
  situation(
    'every body is deflate',
    'allowed',
    encoded('deflate', (body) => deflateSync(body)),
    normal,
  ),
  situation(
    'every body is deflate without its header',
    'allowed',
    encoded('deflate', (body) => deflateRawSync(body)),
    normal,
  ),
  situation(
    'every body is br',
    'allowed',
    encoded('br', (body) => brotli(body)),
    normal,
  ),
  situation(
    'every body is gzip and then br',
    'allowed',
    encoded('gzip, br', (body) => brotli(gzipSync(body))),
    normal,
  ),
  situation(
    'bodies of more than 1,000 bytes are gzip',
    'allowed',
    encoded(
      'gzip',
      (body) => gzipSync(body),
      (body) => body.length > 1_000,
    ),
    normal,
  ),
  situation('every body has the coding identity', 'allowed', encoded('identity', plain), normal),
  situation('every body has a coding that the kit cannot decode', 'fault', encoded('zstd', plain), {
    exitCode: 69,
    says: [/the kit cannot decode the content coding "zstd"; it asks for gzip, deflate, br/],
  }),
  situation(
    'large bodies have a coding that the kit cannot decode',
    'fault',
    encoded('zstd', plain, (body) => body.length > 4_000),
    {
      exitCode: 2,
      mayBeInconclusive: 'any',
      says: [/the kit cannot decode the content coding "zstd"/],
    },
  ),
  situation(
    'error bodies are announced as gzip and are not',
    'fault',
    encoded('gzip', plain, (body) => body.includes('"error":{')),
    {
      exitCode: 1,
      fails: ['ERROR-1'],
      mayFail: ['ERROR-2', 'ERROR-4', 'HTTP-6', 'HTTP-17', 'HTTP-18', 'HTTP-19', 'AUTH-1', 'GET-3'],
      mayBeInconclusive: 'any',
      says: [/cannot be decoded as gzip/],
    },
  ),
];
