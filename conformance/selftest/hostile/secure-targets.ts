import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createReference, type Reference } from '../../reference/index.js';
import { createLocalCertificate, type LocalCertificate } from '../../reference/tls/certificate.js';
import { listening } from '../situations/serving/http-front.js';
import type { HostileTarget } from './targets.js';

/** A target with TLS whose authority the run trusts. */
export function secured(
  name: string,
  serve: (certificate: LocalCertificate, reference: Reference) => NetServer,
  newCertificate: () => LocalCertificate = createLocalCertificate,
): HostileTarget {
  return {
    name,
    start: async () => {
      const reference = createReference();
      const certificate = newCertificate();
      const server = serve(certificate, reference);
      const sockets = new Set<{ destroy(): void }>();
      server.on('connection', (socket) => sockets.add(socket));
      const port = await listening(server);
      const folder = await mkdtemp(join(tmpdir(), 'ca-'));
      const ca = join(folder, 'ca.pem');
      await writeFile(ca, certificate.authority);
      return {
        url: `https://127.0.0.1:${port}${reference.basePath}`,
        token: await reference.tokens.mint('writer'),
        args: ['--ca', ca],
        done: async () => {
          server.close();
          for (const socket of sockets) socket.destroy();
          await rm(folder, { recursive: true });
        },
      };
    },
  };
}

const overHttps = ({ cert, key }: LocalCertificate, { fetch }: Reference): Server =>
  createServer({ cert, key }, getRequestListener(fetch));

/** Shows another certificate after so many requests, and ends all connections then. */
const changing = (name: string, requests: number, next: (first: LocalCertificate) => LocalCertificate) =>
  secured(name, (first, reference) => {
    const server = overHttps(first, reference);
    let count = 0;
    server.on('request', (_request, response) => {
      if (++count !== requests) return;
      const { cert, key } = next(first);
      server.setSecureContext({ cert, key });
      response.once('finish', () => server.closeAllConnections());
    });
    return server;
  });

const dayMs = 86_400_000;
/** A certificate that is valid for this many milliseconds. */
const endingIn = (ms: number) => () => createLocalCertificate(new Date(Date.now() - 396 * dayMs + ms));

export const secureTargets: readonly HostileTarget[] = [
  changing('certificate that changes', 150, () => createLocalCertificate()),
  secured('certificate that expires in the run', overHttps, endingIn(4_000)),
  secured('certificate that has expired', overHttps, endingIn(-1_000)),
];
