import { expect, test } from 'vitest';
import { collection, json, targetOf, worldOn } from '../../testing.js';
import { findPageSize } from './page-size.js';

const all = ['a', 'b', 'c'].map((id) => ({ id }));

/** A list whose pages have as many elements as `sizeOf` reads in the request; `linked` tells whether there is a link to the rest. */
const listOf = (sizeOf: (request: Request) => string | null | undefined, linked: boolean) => (request: Request) => {
  const size = Number(sizeOf(request) ?? all.length);
  const more = linked && size < all.length;
  return json(200, {
    value: all.slice(0, size),
    ...(more && { '@odata.nextLink': `${collection}?$skiptoken=${size}` }),
  });
};
const preferred = ({ headers }: Request) => /maxpagesize=(\d+)/.exec(headers.get('prefer') ?? '')?.[1];
const top = ({ url }: Request) => new URL(url).searchParams.get('$top');

test.each([
  ['the preferred page size', listOf(preferred, true), 'maxpagesize'],
  ['$top, with a link to the rest', listOf(top, true), 'top'],
  ['$top, without the rest', listOf(top, false), undefined],
  ['nothing', listOf(() => undefined, true), undefined],
])('pages are made small by %s', async (_, list, expected) => {
  expect(await findPageSize(worldOn(targetOf(list)))).toBe(expected);
});
