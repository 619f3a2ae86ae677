import { expect, test } from 'vitest';
import type { FetchHandler } from '../../http/transport/handler.js';
import { collection, json, targetOf, worldOn } from '../../testing.js';
import { elementsOf } from '../pages.js';
import type { World } from '../world.js';
import { findNewest } from './newest.js';

type Order = 'latest last' | 'latest first' | 'by id';

const pageSize = 20;

/** A target with this many actions of others, in pages; a link of a snapshot shows nothing that was created after it. */
function listOf(foreign: number, order: Order, isSnapshot = false): FetchHandler {
  const ids = Array.from({ length: foreign }, (_, index) => idAt(index));
  return (request) => {
    if (request.method === 'POST') {
      const id = idAt(ids.length);
      ids.push(id);
      return json(201, { id });
    }
    const { searchParams } = new URL(request.url);
    const number = (name: string) => Number(searchParams.get(name) ?? 0);
    const asOf = (isSnapshot && number('asOf')) || ids.length;
    const sorted = order === 'latest first' ? ids.toReversed() : order === 'by id' ? ids.toSorted() : ids;
    const from = number('$skip') + number('offset');
    const shown = sorted.slice(0, asOf).slice(from, from + pageSize);
    const more = from + shown.length < asOf;
    return json(200, {
      value: shown.map((id) => ({ id })),
      ...(more && { '@odata.nextLink': `${collection}?offset=${from + pageSize}&asOf=${asOf}` }),
    });
  };
}

/** Ids in no order. */
function idAt(index: number): string {
  return `${((index + 1) * 7919) % 10007}-${index}`;
}

async function probed(fetch: FetchHandler, hasSkip: boolean) {
  const world = worldOn(targetOf(fetch));
  const { id } = await world.action();
  return { id, ...(await findNewest(world, id, hasSkip)) };
}

test.each([
  ['latest last', true, false, { at: 'end', from: { $skip: '500' } }],
  ['latest last', false, false, { at: 'end', from: expect.stringContaining('offset=500') }],
  ['latest last', true, true, { at: 'end', from: { $skip: '500' } }],
  ['latest last', false, true, undefined],
  ['latest first', true, false, { at: 'top' }],
  ['by id', true, false, undefined],
] as const)(
  'a long list, %s (skip: %o, snapshots: %o), shows new actions at %o',
  async (order, hasSkip, isSnapshot, at) => {
    expect((await probed(listOf(500, order, isSnapshot), hasSkip)).newest).toEqual(at);
  },
);

test('a list of fewer pages is short', async () => {
  expect(await probed(listOf(150, 'latest last'), true)).toMatchObject({ isLong: false });
});

test('a list is long wherever it shows new actions', async () => {
  const { isLong, newest } = await probed(listOf(500, 'by id'), true);
  expect([isLong, newest]).toEqual([true, undefined]);
});

const lists = ({ exchanges }: World) => exchanges.filter(({ operation }) => operation === 'list').length;

test.each(['latest last', 'latest first'] as const)(
  'of a long list, %s, only the end with new actions is read',
  async (order) => {
    const fetch = listOf(500, order);
    const { id, newest } = await probed(fetch, true);
    const world = worldOn(targetOf(fetch), { profile: { newest, untouchedId: id } });
    const later = await world.action();
    const shown = elementsOf(await world.recentPages({}, [later.id])).map((one) => one.id);
    expect([shown.includes(later.id), lists(world)]).toEqual([true, 1]);
    expect(elementsOf(await world.recentPages())).toEqual(expect.arrayContaining([{ id }, { id: later.id }]));
    expect(lists(world)).toBe(2);
  },
);

test('what the end of a long list does not show is sought in the whole list', async () => {
  const fetch = listOf(500, 'latest last');
  const { id, newest } = await probed(fetch, true);
  const world = worldOn(targetOf(fetch), { profile: { newest, untouchedId: id } });
  expect(elementsOf(await world.recentPages({}, [idAt(0)]))).toHaveLength(503);
});
