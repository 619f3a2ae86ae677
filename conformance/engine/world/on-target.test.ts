import { expect, test } from 'vitest';
import { onTarget } from './pages.js';

const target = 'https://api.example/beta';
const list = `${target}/security/securityActions?$skip=2`;

test.each([
  ['https://gateway.example/x/security/securityActions?$skip=2', list],
  ['/beta/security/securityActions?$skip=2', list],
  ['?$skip=2', list],
])('the link %s is read from the target', (link, url) => {
  expect(onTarget(target, link)).toBe(url);
});

test.each([
  ['on the origin of the target', list],
  ['that names a host without a scheme', '//gateway.example/beta/security/securityActions?$skip=2'],
  ['that may be read in several ways', 'securityActions?$skip=2'],
  ['to something else', 'https://gateway.example/beta/users'],
  ['that is empty', ''],
])('a link %s stays as it is', (_, link) => {
  expect(onTarget(target, link)).toBeUndefined();
});
