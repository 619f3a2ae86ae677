import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { ConfigurationError } from '../engine/errors.js';
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

/** Responds to a request. */
type Respond = (request: Request) => Promise<Response>;

/**
 * Starts Prism in this process on the bundled contract. It responds with the contract's examples, keeps no state and opens no
 * connection of its own.
 *
 * @param port 0 selects a free port.
 * @param around wraps what responds to the requests, for example to add header fields.
 * @throws ConfigurationError when Prism is not installed.
 * @throws Error with the system's message, such as `listen EADDRINUSE: …`, when the port is not available.
 */
export async function startMock(port = 0, around = (respond: Respond) => respond): Promise<Mock> {
  const { getHttpOperationsFromSpec, createServer } = await prism();
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
  const app = frontOf(upstream);
  const front = serve({ fetch: around(async (request) => app.fetch(request)), port, hostname: '127.0.0.1' });
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

/** Prism, which is an optional peer: who wants the types and the client only does not install it. */
async function prism() {
  try {
    const [{ getHttpOperationsFromSpec }, { createServer }] = await Promise.all([
      import('@stoplight/prism-http'),
      import('@stoplight/prism-http-server'),
    ]);
    return { getHttpOperationsFromSpec, createServer };
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const { peerDependencies } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8'));
    const wanted = Object.entries(peerDependencies).filter(([name]) => name.startsWith('@stoplight/prism-'));
    throw new ConfigurationError(
      `Could not start the mock: Prism is not installed. Install it with \`npm install --save-dev ${wanted.map(([name, range]) => `${name}@${range}`).join(' ')}\`, or use the target \`reference\`, which needs no other package`,
      { cause },
    );
  }
}
