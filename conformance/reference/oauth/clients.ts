import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type ReferenceIdentity, referenceIdentities } from '../identity/identities.js';
import type { PrivateKey } from '../identity/keys.js';
import { OAuthError } from './oauth-error.js';

/** An application that may request tokens for itself. */
export interface OAuthClient {
  readonly identity: ReferenceIdentity;
  readonly tenantId: string;
  readonly id: string;
  readonly secret: string;
}

/** What a client sends to authenticate itself. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/**
 * The clients for the application identities. `delegated` and `expired` have none: the client credentials grant gives neither a
 * delegated nor an expired token. A secret follows from the private key, so that it changes only with the key.
 */
export function clientsOf(privateKey: PrivateKey): readonly OAuthClient[] {
  const key = privateKey.export({ type: 'pkcs8', format: 'der' });
  const applications = ['writer', 'reader', 'stranger', 'neighbour'] as const;
  return applications.map((identity) => {
    const { appid, tid } = referenceIdentities[identity];
    const secret = createHmac('sha256', key).update(`client secret of ${appid}`).digest('base64url');
    return { identity, tenantId: tid, id: appid, secret };
  });
}

/**
 * The client of the tenant with these credentials.
 *
 * @throws OAuthError `invalid_client` when there is none.
 */
export function authenticateClient(
  clients: readonly OAuthClient[],
  tenantId: string,
  { id, secret }: Credentials,
): OAuthClient {
  const client = clients.find((one) => one.tenantId === tenantId && one.id === id.toLowerCase());
  if (client && timingSafeEqual(digest(client.secret), digest(secret))) return client;
  throw new OAuthError('invalid_client', 'The tenant has no client with this id and secret.', 401, {
    'WWW-Authenticate': 'Basic realm="securityActions"',
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
