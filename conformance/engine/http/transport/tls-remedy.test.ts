import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { socketTransport } from './socket.js';
import { tlsRemedy } from './tls-remedy.js';

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /--ca/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /--ca/],
  ['CERT_HAS_EXPIRED', /renew/],
  ['ECONNREFUSED', /^$/],
  [undefined, /^$/],
])('a connection that failed with %s has the remedy %s', (code, remedy) => {
  expect(tlsRemedy(code)).toMatch(remedy);
});

test('TLS to a port without it names http', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const transport = socketTransport(1);
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sent = transport.send({ method: 'GET', url, headers: {} }, { timeoutMs: 2_000, maxBodyBytes: 10 });
  await expect(sent).rejects.toThrow(/http:\/\//);
  await transport.close();
  server.close();
});
