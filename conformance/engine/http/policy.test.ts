import { expect, test } from 'vitest';
import { ConfigurationError } from '../errors.js';
import { isLoopback, mayWrite } from './policy.js';

test.each([
  ['http://localhost/', true],
  ['http://LOCALHOST:8080/beta', true],
  ['http://api.localhost/', true],
  ['http://127.0.0.1:3000/', true],
  ['http://127.1.2.3/', true],
  ['http://127.1/', true],
  ['http://[::1]:3000/', true],
  ['http://0:0/', false],
  ['http://127.0.0.1.example.com/', false],
  ['http://localhost.example.com/', false],
  ['http://notlocalhost/', false],
  ['http://128.0.0.1/', false],
  ['http://192.0.2.1/', false],
  ['http://[2001:db8::1]/', false],
  ['https://graph.example/beta', false],
  ['http://127.0.0.1@example.com/', false],
])('%s is on this machine: %s', (url, expected) => expect(isLoopback(new URL(url))).toBe(expected));

const remote = 'https://api.example:8443/beta';

test.each([
  [[], false],
  [['https://api.example:8443'], true],
  [['https://api.example:8443/anything'], true],
  [['https://other.example', 'https://api.example:8443'], true],
  [['http://api.example:8443'], false],
  [['https://api.example'], false],
  [['https://beta.api.example:8443'], false],
])('a remote target may be written to with %j: %s', (allowed, expected) =>
  expect(mayWrite(remote, false, allowed)).toBe(expected),
);

test('writes to a target on this machine or in this process are allowed', () => {
  expect(mayWrite('http://127.0.0.1:1/', false, [])).toBe(true);
  expect(mayWrite(remote, true, [])).toBe(true);
});

test.each([
  ['nowhere', []],
  ['file:///tmp/x', []],
  [remote, ['everywhere']],
  [remote, ['*']],
])('%s with %j is a mistake of configuration', (target, allowed) => {
  expect(() => mayWrite(target, false, allowed)).toThrow(ConfigurationError);
  expect(() => mayWrite(target, true, allowed)).toThrow(/is ".*": expected an absolute http or https URL/);
});
