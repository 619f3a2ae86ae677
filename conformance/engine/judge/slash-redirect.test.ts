import { expect, test } from 'vitest';
import { collection } from '../testing.js';
import { isSlashRedirect } from './slash-redirect.js';

test.each([
  [307, 'a%2Fb', `${collection}/a/b`, true],
  [308, 'a%2fb', '/beta/security/securityActions/a/b', true],
  [307, 'a%2Fb', `${collection}/a`, false],
  [307, 'a', `${collection}/a`, false],
  [404, 'a%2Fb', `${collection}/a/b`, false],
  [307, 'a%2Fb', null, false],
])('%d for %s with the Location %s', (status, id, location, expected) => {
  const headers = new Headers(location === null ? {} : { location });
  const request = { method: 'GET', url: `${collection}/${id}`, headers: {} };
  expect(isSlashRedirect({ status, headers, request })).toBe(expected);
});
