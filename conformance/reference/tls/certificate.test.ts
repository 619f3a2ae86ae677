import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { expect, test } from 'vitest';
import { createReference } from '../index.js';
import { listen } from '../listen.js';
import { createLocalCertificate } from './certificate.js';

const local = createLocalCertificate();
const server = new X509Certificate(local.cert);
const authority = new X509Certificate(local.authority);

/** The status of the response at this URL, or the code of the error. */
async function answer(url: string, ca?: string): Promise<unknown> {
  const request = get(url, { ca, agent: false });
  return new Promise((resolve) => {
    request.on('response', (response) => resolve(response.resume().statusCode));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}

test('the certificate is for the loopback interface and signed by its authority', () => {
  expect(server.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  expect(server.checkIssued(authority)).toBe(true);
  expect(server.verify(authority.publicKey)).toBe(true);
  expect([server.ca, authority.ca]).toEqual([false, true]);
  expect(authority.verify(authority.publicKey)).toBe(true);
  expect(server.verify(server.publicKey)).toBe(false);
  expect(server.serialNumber).not.toBe(authority.serialNumber);
});

test.each([
  ['in this year', new Date('2026-03-01T12:34:56.789Z'), ['Feb 28 12:34:56 2026 GMT', 'Apr  1 12:34:56 2027 GMT']],
  ['across 2050', new Date('2049-12-31T00:00:00Z'), ['Dec 30 00:00:00 2049 GMT', 'Jan 31 00:00:00 2051 GMT']],
])('the certificate is valid for 397 days from a day before: %s', (_, now, expected) => {
  const { validFrom, validTo } = new X509Certificate(createLocalCertificate(now).cert);
  expect([validFrom, validTo]).toEqual(expected);
});

test('a client that trusts the authority accepts the server, any other client does not', async () => {
  const { url, close } = await listen(createReference(), 0, local);
  try {
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/beta$/);
    const other = createLocalCertificate();
    expect(await answer(url, local.authority)).toBe(401);
    expect(await answer(url.replace('127.0.0.1', 'localhost'), local.authority)).toBe(401);
    expect(await answer(url, other.authority)).toMatch(/UNABLE_TO|SELF_SIGNED/);
    expect(await answer(url)).toMatch(/UNABLE_TO|SELF_SIGNED/);
  } finally {
    await close();
  }
});

test('the certificate is not valid for another host', () => {
  expect(server.checkHost('localhost')).toBe('localhost');
  expect(server.checkHost('contoso.example')).toBeUndefined();
  expect(['127.0.0.1', '::1'].map((address) => server.checkIP(address))).toEqual(['127.0.0.1', '::1']);
  expect(server.checkIP('192.0.2.1')).toBeUndefined();
});
