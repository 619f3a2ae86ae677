import { expect, test } from 'vitest';
import type { Exchange } from '../evidence/exchange.js';
import { declaredProperties, expectDeclaredTypes } from './declared.js';
import { countJudgements } from './judge.js';

const exchange = { request: { method: 'GET', url: 'http://target.example', headers: {} } } as Exchange;
const found = (value: Record<string, unknown>) =>
  countJudgements(() => expectDeclaredTypes(value, 'securityAction', '', exchange)).finding;

test('the fifteen properties of an action are declared, without annotations', () => {
  expect(declaredProperties('securityAction').size).toBe(15);
  expect([...declaredProperties('securityAction').keys()].filter((name) => name.startsWith('@'))).toEqual([]);
});

test('types are read through references and alternatives', () => {
  const declared = declaredProperties('securityAction');
  expect(declared.get('id')).toEqual({ types: ['string'], date: false });
  expect(declared.get('status')).toEqual({ types: ['string', 'null'], date: false });
  expect(declared.get('createdDateTime')).toEqual({ types: ['string', 'null'], date: true });
  expect(declared.get('errorInfo')).toEqual({ types: ['object', 'null'], date: false, schema: 'resultInfo' });
  expect(declared.get('states')).toEqual({ types: ['array', 'null'], date: false, schema: 'securityActionState' });
  expect(declaredProperties('resultInfo').get('code')).toEqual({ types: ['integer'], date: false });
});

test('null, absent and undeclared members are no violation, but another type is', () => {
  expect(found({ id: 'a', name: null, extra: 7 })).toBeUndefined();
  expect(found({ id: 'a', name: 7 })).toMatchObject({
    at: '/name',
    expected: 'a value of type string or null',
    received: '7',
  });
  expect(found({ id: null })).toMatchObject({ at: '/id', expected: 'a value of type string' });
  expect(found({ id: 'a', states: {} })).toMatchObject({ at: '/states' });
  expect(found({ id: 'a', errorInfo: [] })).toMatchObject({ at: '/errorInfo' });
});
