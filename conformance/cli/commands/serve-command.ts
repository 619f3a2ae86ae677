import { exitCodes } from '../../engine/run/verdict.js';
import { signingKeys } from '../../reference/identity/keys.js';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { clientsOf } from '../../reference/oauth/clients.js';
import { createOAuthIssuer } from '../../reference/oauth/issuer.js';
import { issuerUrls } from '../../reference/oauth/metadata.js';
import { tlsOf } from '../config/certificate.js';
import { readOrCreateSigningKey } from '../config/signing-key.js';
import { type Io, untilInterrupted } from '../io.js';
import { crossOrigin } from '../servers/cross-origin.js';
import { portTaken } from '../servers/port-taken.js';
import { requestLog } from '../servers/request-log.js';
import { serveText } from '../servers/serve-text.js';
import type { ServeOptions } from './serve.js';

/** Starts the reference, prints its URL and tokens, and stops it when the user interrupts. */
export async function serveCommand(options: ServeOptions, io: Io): Promise<number> {
  const { port, advanceAfter, throttle, pageSize, topLimits, tokenLifetime, signingKey } = options;
  const keys = signingKey === undefined ? await signingKeys() : await readOrCreateSigningKey(signingKey);
  let origin = '';
  const reference = createReference({
    tokenLifetimeSeconds: tokenLifetime,
    ...(advanceAfter !== undefined && { advanceAfter }),
    ...(throttle && { throttle }),
    pageSize,
    topLimits,
    trust: {
      keys,
      // The port, and with it the issuer, is known only when the server listens.
      ...(options.oauth && { issuerOf: (tenantId: string) => issuerUrls(origin, tenantId).issuer }),
    },
  });
  const clients = options.oauth ? clientsOf(keys.privateKey) : [];
  const issuer = createOAuthIssuer({
    ...{ clients, keys, tokens: reference.tokens, lifetimeSeconds: tokenLifetime },
    origin: () => origin,
    otherwise: reference.fetch,
  });
  const respond = options.oauth ? async (request: Request) => issuer.fetch(request) : reference.fetch;
  const shared = options.cors ? crossOrigin(respond) : respond;
  const tls = await tlsOf(options);
  try {
    const { url, close } = await listen(
      { fetch: options.log ? requestLog(shared, io.stdout) : shared, basePath: reference.basePath },
      port,
      tls?.certificate,
    ).catch(portTaken(port));
    origin = new URL(url).origin;
    const tokens = await reference.tokens.mintAll();
    io.stdout.write(serveText({ url, tokens, tokenLifetime, clients, authorityFile: tls?.authorityFile }));
    await untilInterrupted(io);
    await close();
  } finally {
    await tls?.remove();
  }
  return exitCodes.conformant;
}
