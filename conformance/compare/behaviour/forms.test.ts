import { expect, test } from 'vitest';
import type { ExchangeLine } from '../../record/lines.js';
import { bodySightings } from './body-forms.js';
import { fractionSightings } from './fractions.js';
import { headerSighting } from './header-forms.js';
import { listSighting } from './list-forms.js';
import { constantForm, textForm } from './text-form.js';

const base = 'http://192.0.2.1/beta';
const actions = `${base}/security/securityActions`;
const request: ExchangeLine['request'] = { method: 'GET', url: actions, headers: { 'client-request-id': 'abc' } };

test.each([
  ['5e25273a-ae51-4ff3-acc9-4bff50271c3a', 'a GUID'],
  ['5E25273A-AE51-4FF3-ACC9-4BFF50271C3A', 'a GUID in capitals'],
  ['2026-01-01T00:00:00.120Z', 'YYYY-MM-DDThh:mm:ssZ'],
  ['2026-01-01T00:00:00+03:00', 'YYYY-MM-DDThh:mm:ss+03:00'],
  ['12345', 'digits'],
  [`${actions}?$skiptoken=abc&$top=3`, '{base}/security/securityActions?$skiptoken&$top'],
  ['https://other.example/x', '{origin}/x'],
  ['BlockIp', 'text'],
  ['', 'an empty text'],
])('the form of %j is %j', (text, form) => {
  expect(textForm(text, base)).toBe(form);
});

test.each([
  ['Thu, 26 Nov 2026 17:16:37 GMT', 'an HTTP date'],
  ['W/"416"', 'a weak entity tag'],
  [`${actions}/5e25273a-ae51-4ff3-acc9-4bff50271c3a`, '{base}/security/securityActions/{id}'],
  ['/beta/security/securityActions(7)', "/beta/security/securityActions('{id}')"],
  ['max-age=31536000', 'max-age=#'],
])('the form of the header field value %j is %j', (text, form) => {
  expect(constantForm(text, base)).toBe(form);
});

test('header fields are compared without those of the connection', () => {
  const headers: [string, string][] = [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Connection', 'close'],
    ['Allow', 'POST, GET'],
    ['client-request-id', 'abc'],
    ['OData-Version', '4.0'],
  ];
  expect(headerSighting('list 200', { request }, { status: 200, headers, body: '' }, base).traits).toEqual([
    ['content-type', 'application/json; charset=utf-8'],
    ['allow', 'GET, POST'],
    ['client-request-id', 'the value of the request'],
    ['odata-version', '4.0'],
  ]);
});

const sightings = (json: unknown) => bodySightings('get 200', JSON.stringify(json), json, base);

test('the shape of a body does not depend on ids, times, texts or the order of members', () => {
  const one = {
    id: '5e25273a-ae51-4ff3-acc9-4bff50271c3a',
    status: 'Running',
    states: [{ user: null }, { user: null }],
  };
  const other = { states: [{ user: null }], status: 'Running', id: 'da52ab71-95cc-4108-b05e-e7f311065087' };
  const shape = (json: unknown) =>
    new Set(sightings(json).flatMap(({ place, traits }) => traits.map((trait) => `${place.at}${trait.join(': ')}`)));
  expect(shape(one)).toEqual(shape(other));
  expect(shape(one)).toEqual(
    new Set([
      ': an object',
      '/id: a GUID',
      '/status: Running',
      '/states: an array',
      '/states/*: an object',
      '/states/*/user: null',
    ]),
  );
  expect(shape({ ...one, status: 'Failed' })).not.toEqual(shape(one));
  expect(shape({ ...one, states: [{ user: 'x' }] })).not.toEqual(shape(one));
});

test('the fractions of times are seen by operation and name, each with its value', () => {
  const json = { id: '7', value: [{ createdDateTime: '2026-01-01T00:00:00.120Z' }], at: '2026-01-01T00:00:00Z' };
  const seen = fractionSightings('list', [['X-Time', '2026-01-01T00:00:00.1Z']], json);
  expect(seen.map(({ place, traits, value }) => [place.of, place.at, traits[0]?.[1], value])).toEqual([
    ['list', 'the header field `x-time`', 'a fraction of 1 digit', '2026-01-01T00:00:00.1Z'],
    ['list', 'the member `createdDateTime`', 'a fraction of 3 digits', '2026-01-01T00:00:00.120Z'],
    ['list', 'the member `at`', 'no fraction', '2026-01-01T00:00:00Z'],
  ]);
});

const dated = (...seconds: readonly number[]) =>
  seconds.map((one) => ({ createdDateTime: `2026-01-01T00:00:0${one}Z` }));

test.each([
  [{ value: dated(1, 2, 2) }, '', [['order', 'oldest first']]],
  [{ value: dated(3, 1) }, '', [['order', 'newest first']]],
  [{ value: dated(1, 3, 2) }, '', [['order', 'not by creation']]],
  [{ value: dated(1, 1) }, '', []],
  [{ value: dated(2, 1) }, '?$orderby=createdDateTime desc', []],
  [{ value: dated(1, 1), '@odata.nextLink': 'x' }, '', [['page size', '2']]],
  [{ value: dated(1, 1), '@odata.nextLink': 'x' }, '?$top=2', []],
])('a page %j of list%s shows %j', (json, query, traits) => {
  expect(listSighting({ request: { ...request, url: `${actions}${query}` } }, json).traits).toEqual(traits);
});
