import { expect, test } from 'vitest';
import { proxyFor } from './proxy.js';

const http = 'http://proxy.example:3128/';
const https = 'http://secure-proxy.example:3128/';
const chosen = (url: string, none?: string) => proxyFor(new URL(url), { http, https, none })?.href;

test('the scheme of the target selects the proxy', () => {
  expect(chosen('http://graph.example/beta')).toBe(http);
  expect(chosen('https://graph.example/beta')).toBe(https);
  expect(proxyFor(new URL('https://graph.example/beta'), { http })).toBeUndefined();
});

test.each(['http://127.0.0.1:1/', 'http://localhost/', 'https://[::1]:8443/'])('%s on loopback has no proxy', (url) => {
  expect(chosen(url)).toBeUndefined();
});

test.each([
  ['*', 'https://graph.example/'],
  ['graph.example', 'https://graph.example/'],
  ['graph.example', 'https://eu.graph.example/'],
  ['.graph.example', 'https://eu.graph.example/'],
  ['*.graph.example', 'https://eu.graph.example/'],
  ['other.example, GRAPH.example', 'https://graph.example/'],
  ['graph.example:443', 'https://graph.example/'],
  ['graph.example:8443', 'https://graph.example:8443/'],
  ['192.0.2.7', 'https://192.0.2.7/'],
  ['192.0.2.0/24', 'https://192.0.2.7/'],
  ['2001:db8::/32', 'https://[2001:db8::7]/'],
  ['2001:db8::7', 'https://[2001:db8::7]/'],
  ['[2001:db8::7]:443', 'https://[2001:db8::7]/'],
])('NO_PROXY=%s excludes %s', (none, url) => {
  expect(chosen(url, none)).toBeUndefined();
});

test.each([
  ['', 'https://graph.example/'],
  ['graph.example', 'https://mygraph.example/'],
  ['graph.example:8443', 'https://graph.example/'],
  ['192.0.2.0/24', 'https://198.51.100.7/'],
  ['192.0.2.0/99', 'https://192.0.2.7/'],
  ['192.0.2.0/24', 'https://[2001:db8::7]/'],
  ['2.7', 'https://192.0.2.7/'],
])('NO_PROXY=%s does not exclude %s', (none, url) => {
  expect(chosen(url, none)).toBe(https);
});
