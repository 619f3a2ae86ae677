import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getHttpOperationsFromSpec } from '@stoplight/prism-cli/dist/operations.js';
import { createServer } from '@stoplight/prism-http-server';
import { packageRoot } from '../engine/package-root.js';
import { silentLogger } from './silent-logger.js';

/** A Prism mock of the contract on a socket of this machine. */
export interface Mock {
  /** Origin without a path, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Stops it and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts Prism in this process on the bundled contract. It answers from the contract's examples, keeps nothing, and talks to nobody.
 *
 * @param port 0 takes a free one.
 * @throws Error when the port cannot be had.
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
  const url = await server.listen(port, '127.0.0.1');
  return { url, close: () => server.close() };
}
