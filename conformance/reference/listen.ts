import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Reference } from './index.js';

/** A reference that listens on a socket. */
export interface Listening {
  /** Base URL of the API: origin and base path, such as `http://127.0.0.1:49152/beta`. */
  readonly url: string;
  /** Closes every connection and releases the port. */
  close(): Promise<void>;
}

/** A certificate, with the certificates that lead to its authority, and its private key, in PEM form. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * Serves a reference on the loopback interface, over HTTPS when there is a certificate and over HTTP otherwise.
 *
 * @param port 0 selects a free port.
 * @throws the system's error, such as EADDRINUSE, when the port is not available.
 */
export async function listen(
  reference: Pick<Reference, 'fetch' | 'basePath'>,
  port = 0,
  certificate?: ServerCertificate,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request) => reference.fetch(request),
    ...(certificate && { createServer, serverOptions: { ...certificate } }),
  }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}${reference.basePath}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
