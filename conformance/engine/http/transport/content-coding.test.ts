import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { headerFields } from '../../evidence/header-fields.js';
import { decoded } from './content-coding.js';

const plain = Buffer.from('{"id":"1"}');
const decode = (coding: string, body: Uint8Array, limit = 1_000) =>
  decoded(headerFields([['Content-Encoding', coding]]), { body, cut: false }, { maxBodyBytes: limit });
const text = ({ body }: { body: Uint8Array }) => Buffer.from(body).toString();

test.each([
  ['gzip', gzipSync(plain)],
  ['x-gzip', gzipSync(plain)],
  ['GZIP', gzipSync(plain)],
  ['deflate', deflateSync(plain)],
  ['deflate', deflateRawSync(plain)],
  ['br', brotliCompressSync(plain)],
  ['identity', plain],
  ['deflate, gzip', gzipSync(deflateSync(plain))],
])('%s is decoded', async (coding, body) => {
  expect(await decode(coding, body).then(text)).toBe(plain.toString());
});

test('a body that grows beyond the limit is cut there', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  expect(await decode('gzip', bomb, 5_000)).toMatchObject({ cut: true, body: { length: 5_000 } });
});

test.each(['gzip, chunked', 'gzip'])(
  'the transfer coding "%s", which no request asks for, is not readable',
  async (coding) => {
    const headers = headerFields([['Transfer-Encoding', coding]]);
    const read = await decoded(headers, { body: plain, cut: false }, { maxBodyBytes: 1_000 });
    expect(read).toMatchObject({ unreadable: expect.stringContaining(`transfer coding "${coding}"`) });
  },
);

test('an unknown coding is not readable, and bytes that are not the coding are not decoded', async () => {
  expect(await decode('zstd', plain)).toMatchObject({ unreadable: expect.stringContaining('zstd') });
  expect(await decode('gzip', plain)).toMatchObject({ notDecoded: expect.stringContaining('gzip') });
  expect(await decode('gzip', new Uint8Array())).toEqual({ body: new Uint8Array(), cut: false });
});
