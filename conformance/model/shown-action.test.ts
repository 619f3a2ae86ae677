import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { continues, differing, historyOf, sameHistory, shownAction, writtenValues } from './shown-action.js';

const action = {
  id: 'a',
  name: 'BlockIp',
  createdDateTime: '2024-05-01T10:00:00.123Z',
  parameters: [{ name: 'IP', value: '192.0.2.1' }],
  vendorInformation: { vendor: 'Example Security', provider: null },
};

test('null, absent and an empty array are equal', () => {
  const { vendorInformation, ...rest } = action;
  const other = { ...rest, vendorInformation: { vendor: vendorInformation.vendor }, states: [], errorInfo: null };
  expect(differing(action, other)).toEqual([]);
});

test('dates are compared as instants, to the millisecond', () => {
  const at = (createdDateTime: string) => differing(action, { ...action, createdDateTime });
  expect(at('2024-05-01T13:00:00.1234567+03:00')).toEqual([]);
  expect(at('2024-05-01T10:00:00.125Z')).toEqual(['createdDateTime']);
});

test('strings that look like dates are compared as strings', () => {
  const at = (clientContext: string) => ({ ...action, clientContext });
  expect(differing(at('2024-05-01T10:00:00Z'), at('2024-05-01T10:00:00.0Z'))).toEqual(['clientContext']);
});

test('declared members of objects are compared, undeclared members are not', () => {
  const pairs = (...parameters: unknown[]) => ({ ...action, parameters, '@odata.etag': String(parameters.length) });
  const pair = { name: 'IP', value: '192.0.2.1' };
  expect(differing(action, pairs({ ...pair, note: 1 }))).toEqual([]);
  expect(differing(action, pairs({ ...pair, value: '192.0.2.2' }))).toEqual(['parameters']);
  expect(differing(action, pairs(pair, pair))).toEqual(['parameters']);
  expect(differing(action, undefined)).toContain('id');
});

test('the case of a name and the order of pairs make no difference', () => {
  const pairs = [...action.parameters, { name: 'note', value: 'a "quoted" text' }];
  const other = { ...action, name: 'blockip', parameters: pairs.toReversed() };
  expect(differing({ ...action, parameters: pairs }, other)).toEqual([]);
});

test('every declared property and member is compared', async () => {
  const { components } = JSON.parse(await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
  const declared = (schema: string) =>
    Object.keys(components.schemas[schema].properties).filter((name) => !name.startsWith('@'));
  const inner = {
    parameters: declared('keyValuePair'),
    vendorInformation: declared('securityVendorInformation'),
    errorInfo: declared('resultInfo'),
    states: declared('securityActionState'),
  };
  for (const name of declared('securityAction'))
    expect(differing({ [name]: 'one' }, { [name]: 'other' })).toEqual(name === 'states' ? [] : [name]);
  for (const [name, members] of Object.entries(inner)) {
    for (const one of members) {
      const wrapped = (value: string) => (name.endsWith('s') ? [{ [one]: value }] : { [one]: value });
      expect(differing({ [name]: wrapped('one') }, { [name]: wrapped('other') }), `${name}/${one}`).toEqual([name]);
    }
  }
});

test('an action has no status when it shows none of the contract', () => {
  expect(shownAction({ id: 'a', status: 'Cancelled' }).status).toBeUndefined();
  expect(shownAction(undefined).status).toBeUndefined();
});

test('writtenValues contains only what a body sends, and null clears every part of a vendor', () => {
  expect(writtenValues({ vendorInformation: { provider: 'One' } })).toEqual({ 'vendorInformation/provider': '"One"' });
  expect(Object.values(writtenValues({ vendorInformation: null }))).toEqual(['null', 'null', 'null', 'null']);
  expect(writtenValues({ status: 'Failed' })).toEqual({});
});

const begun = { status: 'NotStarted', updatedDateTime: '2026-01-01T00:00:00Z', appId: null, user: null };
const running = { status: 'Running', updatedDateTime: '2026-01-01T00:00:01Z', appId: 'app', user: null };

test('a history that is null, absent or not an array has no entries', () => {
  expect([{ states: null }, {}, { states: 'none' }].map(historyOf)).toEqual([[], [], []]);
});

test('entries are equal when null is absent, a date has another zone, or members are added', () => {
  const written = { status: 'NotStarted', updatedDateTime: '2026-01-01T03:00:00.000+03:00', '@odata.type': 'x' };
  expect(sameHistory([begun], [written])).toBe(true);
});

test.each([
  ['longer', [begun, running], true],
  ['shorter', [], false],
  ['reordered', [running, begun], false],
  ['rewritten', [{ ...begun, appId: 'other' }, running], false],
  ['later', [{ ...begun, updatedDateTime: '2026-01-01T00:00:00.002Z' }], false],
  ['rounded to the millisecond', [{ ...begun, updatedDateTime: '2026-01-01T00:00:00.001Z' }], true],
])('whether a history that is %s continues the earlier one: %#', (_, later, holds) => {
  expect(continues(later, [begun])).toBe(holds);
});
