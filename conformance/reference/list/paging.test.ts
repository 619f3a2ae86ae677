import { expect, test } from 'vitest';
import { type Ask, asker } from '../ask.js';
import { createReference } from '../index.js';

const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

async function filled(count: number, pageSize = 3): Promise<{ ask: Ask; ids: string[] }> {
  const ask = await asker(createReference({ pageSize }));
  const ids: string[] = [];
  for (let at = 0; at < count; at++)
    ids.push((await ask('POST', '', { body: { ...body, name: `n${at % 4}` } })).body.id);
  return { ask, ids };
}

/** The elements of every page, following the links; `between` is called after each page. */
async function walk(ask: Ask, query: string, between: () => Promise<unknown> = async () => {}, headers = {}) {
  const pages: { id: string; name: string }[][] = [];
  for (let path: string | undefined = query; path !== undefined; ) {
    const { status, body: page } = await ask('GET', path, { headers });
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

test('pages have the server size, lose nothing, repeat nothing and end', async () => {
  const { ask, ids } = await filled(7);
  const pages = await walk(ask, '');
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(idsOf(pages)).toEqual(ids);
  expect((await walk((await filled(6)).ask, '')).length).toBe(2);
  expect(await walk((await filled(0)).ask, '')).toEqual([[]]);
});

test('$skip goes before $top, and both hold over pages', async () => {
  const { ask, ids } = await filled(9);
  expect(idsOf(await walk(ask, '?$top=5&$skip=2'))).toEqual(ids.slice(2, 7));
  expect(idsOf(await walk(ask, '?top=2&skip=8'))).toEqual(ids.slice(8));
  expect(await walk(ask, '?$top=3')).toHaveLength(1);
  expect(await walk(ask, '?$top=0')).toEqual([[]]);
  expect(await walk(ask, '?$skip=100')).toEqual([[]]);
});

test('options hold over pages', async () => {
  const { ask } = await filled(9, 2);
  const pages = await walk(ask, "?$filter=name eq 'n0'&%24select=id&$count=true");
  expect(pages.flat()).toHaveLength(3);
  for (const action of pages.flat()) expect(Object.keys(action)).toEqual(['id']);
  const sorted = (await walk(ask, '?$orderby=name desc,createdDateTime')).flat();
  expect(sorted.map(({ name }) => name)).toEqual(['n3', 'n3', 'n2', 'n2', 'n1', 'n1', 'n0', 'n0', 'n0']);
});

test('while others write, a listing keeps its order, its size and the present values', async () => {
  const { ask, ids } = await filled(9, 2);
  let turn = 0;
  const disturb = async () => {
    turn += 1;
    await ask('POST', '', { body: { ...body, name: 'a new one' } });
    await ask('PATCH', `/${ids[0]}`, { body: { name: `zz${turn}` } });
    await ask('PATCH', `/${ids[8]}`, { body: { name: `aa${turn}` } });
  };
  const pages = await walk(ask, '?$orderby=name', disturb);
  expect(new Set(idsOf(pages))).toEqual(new Set(ids));
  expect(idsOf(pages)).toHaveLength(9);
  expect(pages.flat().find(({ id }) => id === ids[8])?.name).toMatch(/^(n0|aa\d)$/);
});

test('what stops matching a filter while it is paged is not shown as a match', async () => {
  const { ask, ids } = await filled(5, 2);
  const cancelled = async () => ask('POST', `/${ids[3]}/cancelSecurityAction`);
  expect(idsOf(await walk(ask, "?$filter=status eq 'NotStarted'", cancelled))).toEqual(
    [0, 1, 2, 4].map((at) => ids[at]),
  );
});

test('a preferred page size is taken, told, and holds without being repeated', async () => {
  const { ask } = await filled(5, 4);
  const first = await ask('GET', '', { headers: { Prefer: 'odata.maxpagesize=2' } });
  expect(first.headers.get('preference-applied')).toBe('odata.maxpagesize=2');
  const link: string = first.body['@odata.nextLink'];
  expect((await ask('GET', link.slice(link.indexOf('?')))).body.value).toHaveLength(2);
  expect((await ask('GET', '', { headers: { Prefer: 'odata.maxpagesize=50' } })).body.value).toHaveLength(4);
  expect(
    (await ask('GET', '', { headers: { Prefer: 'maxpagesize=0, wibble' } })).headers.has('preference-applied'),
  ).toBe(false);
});

test('$count counts every match on every page, and only when asked', async () => {
  const { ask } = await filled(5, 2);
  expect((await ask('GET', "?$count=true&$top=1&$filter=name eq 'n0'")).body['@odata.count']).toBe(2);
  expect((await ask('GET', '?$count=false')).body).not.toHaveProperty('@odata.count');
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
])('%s is refused with 400', async (query) => {
  const { ask } = await filled(1);
  expect((await ask('GET', `?${query}`)).status).toBe(400);
});

test('options of others are ignored', async () => {
  const { ask } = await filled(1);
  expect((await ask('GET', '?banana=1')).status).toBe(200);
});
