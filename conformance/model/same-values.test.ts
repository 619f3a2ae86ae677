import { expect, test } from 'vitest';
import { differing } from './same-values.js';

const action = {
  id: 'a',
  name: 'BlockIp',
  createdDateTime: '2024-05-01T10:00:00.123Z',
  parameters: [{ name: 'IP', value: '192.0.2.1' }],
  vendorInformation: { vendor: 'Example Security', provider: null },
};

test('null, absent and an empty array are the same', () => {
  const { vendorInformation, ...rest } = action;
  const other = { ...rest, vendorInformation: { vendor: vendorInformation.vendor }, states: [], errorInfo: null };
  expect(differing(action, other, 'securityAction')).toEqual([]);
});

test('dates are compared as instants, to the millisecond', () => {
  const at = (createdDateTime: string) => differing(action, { ...action, createdDateTime }, 'securityAction');
  expect(at('2024-05-01T13:00:00.1234567+03:00')).toEqual([]);
  expect(at('2024-05-01T10:00:00.125Z')).toEqual(['createdDateTime']);
});

test('texts that look like dates are texts', () => {
  const at = (clientContext: string) => ({ ...action, clientContext });
  expect(differing(at('2024-05-01T10:00:00Z'), at('2024-05-01T10:00:00.0Z'), 'securityAction')).toEqual([
    'clientContext',
  ]);
});

test('values inside are compared, undeclared members are not', () => {
  const pairs = (...parameters: unknown[]) => ({ ...action, parameters, '@odata.etag': String(parameters.length) });
  const pair = { name: 'IP', value: '192.0.2.1' };
  expect(differing(action, pairs({ ...pair, note: 1 }), 'securityAction')).toEqual([]);
  expect(differing(action, pairs({ ...pair, value: '192.0.2.2' }), 'securityAction')).toEqual(['parameters']);
  expect(differing(action, pairs(pair, pair), 'securityAction')).toEqual(['parameters']);
  expect(differing(action, undefined, 'securityAction')).toContain('id');
});
