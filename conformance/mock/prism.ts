import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { packageRoot } from '../engine/package-root.js';
import { basePath, frontOf } from './front.js';
import { silentLogger } from './silent-logger.js';

/** A Prism mock of the contract that listens on the loopback interface. */
export interface Mock {
  /** The base URL, such as `http://127.0.0.1:49152/beta`; the paths are also served without the base path. */
  readonly url: string;
  /** Stops the mock and releases the port. */
  close(): Promise<void>;
}

/**
 * Starts Prism in this process on the bundled contract. It responds with the contract's examples, keeps no state and opens no
 * connection of its own.
 *
 * @param port 0 selects a free port.
 * @throws Error with the system's message, such as `listen EADDRINUSE: …`, when the port is not available.
 */
export async function startMock(port = 0): Promise<Mock> {
  const document: unknown = JSON.parse(await readFile(join(packageRoot(), 'generated', 'openapi.json'), 'utf8'));
  const operations = await getHttpOperationsFromSpec(document as object);
  const server = createServer(operations, {
    cors: false,
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false, ignoreExamples: false },
    },
    components: { logger: silentLogger() },
  });
  const upstream = await server.listen(0, '127.0.0.1');
  const front = serve({ fetch: frontOf(upstream).fetch, port, hostname: '127.0.0.1' });
  const close = async () => {
    front.close();
    await server.close();
  };
  try {
    await once(front, 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${(front.address() as AddressInfo).port}${basePath}`, close };
}
