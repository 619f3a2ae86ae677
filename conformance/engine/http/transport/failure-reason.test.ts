import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { failureReason } from './failure-reason.js';

test('a handshake with a port that does not speak TLS is reported in one line, without the place in the source of OpenSSL', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  const [error] = await once(socket, 'error').catch((thrown: unknown) => [thrown]);
  server.close();
  expect(failureReason(error)).toMatch(/^TLS: [a-z ]+: the port may not speak TLS; try the URL with http:\/\/$/);
});

test('a certificate that is not trusted is reported with the options of the command line, without those of Node.js', () => {
  const message =
    'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca';
  const error = Object.assign(new Error(message), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(failureReason(error)).toMatch(/^self-signed certificate: to trust it, give --ca a PEM file/);
});
