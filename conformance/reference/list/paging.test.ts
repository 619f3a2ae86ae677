import { expect, test } from 'vitest';
import { createReference } from '../index.js';
import type { TopLimits } from '../settings.js';
import { createSend, type SendTestRequest } from '../testing.js';

const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

async function filled(
  count: number,
  pageSize = 3,
  topLimits: TopLimits = 'page',
): Promise<{ send: SendTestRequest; ids: string[] }> {
  const send = await createSend(createReference({ pageSize, topLimits }));
  const ids: string[] = [];
  for (let at = 0; at < count; at++)
    ids.push((await send('POST', '', { body: { ...body, name: `n${at % 4}` } })).body.id);
  return { send, ids };
}

/** The elements of every page, by following the links; `between` is called after each page. */
async function walk(
  send: SendTestRequest,
  query: string,
  between: () => Promise<unknown> = async () => {},
  headers = {},
) {
  const pages: { id: string; name: string }[][] = [];
  for (let path: string | undefined = query; path !== undefined; ) {
    const { status, body: page } = await send('GET', path, { headers });
    expect(status).toBe(200);
    pages.push(page.value);
    const link: string | undefined = page['@odata.nextLink'];
    if (link) expect(link).toMatch(/^http:\/\/reference\.example\/beta\/security\/securityActions\?.*\$skiptoken=/);
    path = link?.slice(link.indexOf('?'));
    await between();
  }
  return pages;
}

const idsOf = (pages: readonly { id: string }[][]) => pages.flat().map(({ id }) => id);

test('pages have the size of the server, and together hold every action once', async () => {
  const { send, ids } = await filled(7);
  const pages = await walk(send, '');
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(idsOf(pages)).toEqual(ids);
  expect((await walk((await filled(6)).send, '')).length).toBe(2);
  expect(await walk((await filled(0)).send, '')).toEqual([[]]);
});

test('$top is the size of each page, at most that of the server, and $skip is applied once', async () => {
  const { send, ids } = await filled(9);
  const pages = await walk(send, '?$top=2&$skip=2');
  expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
  expect(idsOf(pages)).toEqual(ids.slice(2));
  expect((await walk(send, '?top=5')).map((page) => page.length)).toEqual([3, 3, 3]);
  expect(await walk(send, '?$top=0')).toEqual([[]]);
  expect(await walk(send, '?$skip=100')).toEqual([[]]);
});

test('when $top limits the list, $skip is applied before it, and both apply across pages', async () => {
  const { send, ids } = await filled(9, 3, 'list');
  expect(idsOf(await walk(send, '?$top=5&$skip=2'))).toEqual(ids.slice(2, 7));
  expect(idsOf(await walk(send, '?top=2&skip=8'))).toEqual(ids.slice(8));
  expect(await walk(send, '?$top=3')).toHaveLength(1);
  expect(await walk(send, '?$top=0')).toEqual([[]]);
  expect(await walk(send, '?$skip=100')).toEqual([[]]);
});

test('query options apply to all pages', async () => {
  const { send } = await filled(9, 2);
  const pages = await walk(send, "?$filter=name eq 'n0'&%24select=id&$count=true");
  expect(pages.flat()).toHaveLength(3);
  for (const action of pages.flat()) expect(Object.keys(action)).toEqual(['id']);
  const sorted = (await walk(send, '?$orderby=name desc,createdDateTime')).flat();
  expect(sorted.map(({ name }) => name)).toEqual(['n3', 'n3', 'n2', 'n2', 'n1', 'n1', 'n0', 'n0', 'n0']);
});

test('a listing keeps its order and its elements while other clients write, and shows current values', async () => {
  const { send, ids } = await filled(9, 2);
  let turn = 0;
  const disturb = async () => {
    turn += 1;
    await send('POST', '', { body: { ...body, name: 'a new one' } });
    await send('PATCH', `/${ids[0]}`, { body: { name: `zz${turn}` } });
    await send('PATCH', `/${ids[8]}`, { body: { name: `aa${turn}` } });
  };
  const pages = await walk(send, '?$orderby=name', disturb);
  expect(new Set(idsOf(pages))).toEqual(new Set(ids));
  expect(idsOf(pages)).toHaveLength(9);
  expect(pages.flat().find(({ id }) => id === ids[8])?.name).toMatch(/^(n0|aa\d)$/);
});

test('an action that stops matching the filter during paging is not listed', async () => {
  const { send, ids } = await filled(5, 2);
  const cancelled = async () => send('POST', `/${ids[3]}/cancelSecurityAction`);
  expect(idsOf(await walk(send, "?$filter=status eq 'NotStarted'", cancelled))).toEqual(
    [0, 1, 2, 4].map((at) => ids[at]),
  );
});

test('a preferred page size is applied, reported and kept by the next link', async () => {
  const { send } = await filled(5, 4);
  const first = await send('GET', '', { headers: { Prefer: 'odata.maxpagesize=2' } });
  expect(first.headers.get('preference-applied')).toBe('odata.maxpagesize=2');
  const link: string = first.body['@odata.nextLink'];
  expect((await send('GET', link.slice(link.indexOf('?')))).body.value).toHaveLength(2);
  expect((await send('GET', '', { headers: { Prefer: 'odata.maxpagesize=50' } })).body.value).toHaveLength(4);
  expect(
    (await send('GET', '', { headers: { Prefer: 'maxpagesize=0, wibble' } })).headers.has('preference-applied'),
  ).toBe(false);
});

test('$count is the number of all matches, and only present on request', async () => {
  const { send } = await filled(5, 2);
  expect((await send('GET', "?$count=true&$top=1&$filter=name eq 'n0'")).body['@odata.count']).toBe(2);
  expect((await send('GET', '?$count=false')).body).not.toHaveProperty('@odata.count');
});

test.each([
  ['$top=-1'],
  ['$top=x'],
  ['$top='],
  ['$top=1&top=1'],
  ['$skip=1.5'],
  ['$count=banana'],
  ['$orderby=parameters'],
  ['$orderby=name sideways'],
  ['$orderby='],
  ['$select=nothing'],
  ['$filter=name eq'],
  ['$skiptoken=abc'],
  ['$skiptoken=WzEsMiwzXQ'],
  ['$expand=*'],
  ['$search=x'],
  ['$banana=1'],
])('the query %s is rejected with 400', async (query) => {
  const { send } = await filled(1);
  expect((await send('GET', `?${query}`)).status).toBe(400);
});

test('unknown parameters without $ are ignored', async () => {
  const { send } = await filled(1);
  expect((await send('GET', '?banana=1')).status).toBe(200);
});
