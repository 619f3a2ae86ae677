import { expect, test } from 'vitest';
import { reply } from '../testing.js';
import { PreferSteering } from './prefer-steering.js';

const id = 'a';

test.each([
  ['create', undefined, {}, 'code=201, example=NotStarted'],
  ['get', id, undefined, 'code=200, example=NotStarted'],
  ['cancel', id, undefined, 'code=204'],
  ['update', id, { name: 'x' }, 'code=200, example=NotStarted'],
  ['update', id, { status: 'NotStarted' }, 'code=200, example=NotStarted'],
  ['update', id, { status: 'Running' }, 'code=200, example=Running'],
  ['list', undefined, undefined, undefined],
  [undefined, undefined, undefined, undefined],
] as const)('%s of %s with %j asks for %s', (operation, of, body, expected) => {
  expect(new PreferSteering().prefer(operation, of, body, {})).toBe(expected);
});

test('a request that the mock itself must reject gets no Prefer', () => {
  const steering = new PreferSteering();
  expect(steering.prefer('create', undefined, {}, { defect: 'x' })).toBeUndefined();
  expect(steering.prefer('get', id, undefined, { as: 'anonymous' })).toBeUndefined();
  expect(steering.prefer('get', id, undefined, { headers: { authorization: null } })).toBeUndefined();
  expect(steering.prefer('get', id, undefined, { headers: { accept: null } })).toBeDefined();
});

test('a status changes forward only, until it is final', () => {
  const steering = new PreferSteering();
  const asks = (status: string) => steering.prefer('update', id, { status }, {});
  steering.learn('update', id, reply(200, { id, status: 'Running' }));
  expect([asks('NotStarted'), asks('Running'), asks('Failed')]).toEqual([
    'code=409',
    'code=200, example=Running',
    'code=200, example=Failed',
  ]);
  steering.learn('update', id, reply(200, { id, status: 'Completed' }));
  expect([asks('Running'), asks('Failed'), asks('Completed'), asks('Odd')]).toEqual([
    'code=409',
    'code=409',
    'code=200, example=Completed',
    'code=409',
  ]);
  expect(steering.prefer('get', id, undefined, {})).toBe('code=200, example=Completed');
});

test('a cancel ends an unfinished action and does not change a finished one', () => {
  const steering = new PreferSteering();
  const now = (of: string) => steering.prefer('get', of, undefined, {});
  steering.learn('create', undefined, reply(201, { id, status: 'NotStarted' }));
  steering.learn('cancel', id, reply(409));
  expect(now(id)).toContain('NotStarted');
  steering.learn('cancel', id, reply(204));
  expect(now(id)).toContain('Failed');
  steering.learn('update', 'b', reply(200, { status: 'Completed' }));
  steering.learn('cancel', 'b', reply(204));
  expect(now('b')).toContain('Completed');
});

test('an unknown id gets 404 from every operation', () => {
  const steering = new PreferSteering();
  steering.markUnknown(id);
  for (const operation of ['get', 'update', 'cancel'] as const)
    expect(steering.prefer(operation, id, {}, {})).toBe('code=404');
});
