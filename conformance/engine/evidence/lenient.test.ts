import { expect, test } from 'vitest';
import type { Operation } from '../../../generated/requirements.js';
import { exchange } from '../testing.js';
import { locatedId, readLeniently } from './lenient.js';

/** The id in the path of each get and update. */
const action = { id: '1', createdDateTime: '2026-01-01T00:00:00Z', parameters: [] };
const { id: _, ...withoutId } = action;
const capital = { Id: '1', CreatedDateTime: action.createdDateTime, Parameters: [{ Name: 'IP', Value: 'b' }] };
const named = { ...action, parameters: [{ name: 'IP', value: 'b' }] };

function read(operation: Operation, body: unknown, location?: string) {
  const headers = new Headers(location === undefined ? {} : { location });
  const made = exchange({ status: operation === 'create' ? 201 : 200, body, headers }, { operation });
  return readLeniently(body, made, made.response as NonNullable<typeof made.response>);
}

test.each<[string, Operation, unknown, unknown]>([
  ['an action', 'get', action, action],
  ['a numeric id', 'create', { ...action, id: 7 }, { ...action, id: '7' }],
  ['another id than the one that was asked for', 'get', { ...action, id: 'A' }, action],
  ['a wrapped action', 'update', { data: action }, action],
  ['a wrapped action beside other members', 'create', { message: 'created', data: action }, action],
  ['an array of one action', 'create', [action], action],
  ['an action without the id that was asked for', 'get', withoutId, { ...action, id: '1' }],
  ['an action whose names begin with capital letters', 'get', capital, named],
  ['a status in small letters', 'get', { ...action, status: 'running' }, { ...action, status: 'Running' }],
  [
    'a history in capital letters',
    'get',
    { ...action, states: [{ status: 'FAILED' }] },
    { ...action, states: [{ status: 'Failed' }] },
  ],
  ['a page whose names begin with capital letters', 'list', { Value: [capital] }, { Value: [capital], value: [named] }],
  ['a bare array', 'list', [action], { value: [action] }],
  ['elements under another name', 'list', { results: [action] }, { results: [action], value: [action] }],
  ['wrapped elements', 'list', { value: [{ item: action }] }, { value: [action] }],
])('%s is read', (_, operation, body, expected) => {
  expect(read(operation, body)).toEqual(expected);
});

test.each<[string, Operation, unknown]>([
  ['an empty object', 'get', {}],
  ['the request', 'update', { actionReason: 'x' }],
  ['two actions', 'get', [action, action]],
  ['a vendor', 'get', { vendorInformation: { vendor: 'x' } }],
  ['an object in place of the array', 'list', { value: { 0: action } }],
  ['two arrays', 'list', { one: [action], other: [action] }],
  ['another status', 'get', { ...action, status: 'Paused' }],
  ['an error', 'cancel', { error: {} }],
])('%s stays as it is', (_, operation, body) => {
  expect(read(operation, body)).toEqual(body);
});

test('an action without an id has the one of Location', () => {
  const location = 'http://target.example/beta/security/securityActions/b%20c';
  expect(read('create', withoutId, location)).toEqual({ ...action, id: 'b c' });
  expect(locatedId('http://target.example/beta/security/securityActions')).toBeUndefined();
});

test.each([
  'http://target.example/beta/security/securityActions/a%20b',
  'http://target.example/beta/security/securityActions/a%20b?x=1',
  'securityActions/a%20b',
  "/beta/security/securityActions('a%20b')",
  '/beta/security/securityActions(%27a%20b%27)',
  '/beta/security/securityActions(a%20b)',
])('the id of the Location %s', (location) => {
  expect(locatedId(location)).toBe('a b');
});
