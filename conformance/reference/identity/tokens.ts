import { decodeJwt, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose';
import { type AuthenticatedCaller, callerOf } from './caller.js';
import { type ReferenceIdentity, referenceIdentities } from './identities.js';
import { type SigningKeys, signingKeys } from './keys.js';

/** The audience of the tokens of the reference, claim `aud`. */
export const audience = 'https://graph.example';

/** The issuer of the tokens of a tenant, claim `iss`. */
export function issuerOf(tenantId: string): string {
  return `https://login.example/${tenantId}/`;
}

/** Whose tokens a reference accepts. References with the same trust accept each other's tokens. */
export interface TokenTrust {
  /** The key pair of the issuer; that of the process when absent. */
  readonly keys?: SigningKeys;
  /** The issuer of the tokens of a tenant; {@link issuerOf} when absent. */
  readonly issuerOf?: (tenantId: string) => string;
}

/** Creates tokens that references with the same trust accept. */
export interface TokenIssuer {
  /** Creates a token for the identity; `changes` replaces or adds claims. `exp`, `iat` and `nbf` are seconds since 1970. */
  mint(identity: ReferenceIdentity, changes?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Creates one token for each identity. */
  mintAll(): Promise<Readonly<Record<ReferenceIdentity, string>>>;
}

/** A token issuer. `now` returns milliseconds since 1970. */
export function createTokenIssuer(now: () => number, lifetimeSeconds: number, trust: TokenTrust = {}): TokenIssuer {
  const mint: TokenIssuer['mint'] = async (identity, changes) => {
    const age = identity === 'expired' ? 2 * lifetimeSeconds : 0;
    const issuedAt = Math.floor(now() / 1000) - age;
    const claims = { ...referenceIdentities[identity], ...changes };
    const times = { iat: issuedAt, nbf: issuedAt, exp: issuedAt + lifetimeSeconds };
    const token = {
      iss: (trust.issuerOf ?? issuerOf)(String(claims.tid)),
      aud: audience,
      ...times,
      ver: '1.0',
      ...claims,
    };
    const { privateKey, keyId } = trust.keys ?? (await signingKeys());
    return new SignJWT(token).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: keyId }).sign(privateKey);
  };
  const mintAll = async () => {
    const names = Object.keys(referenceIdentities) as ReferenceIdentity[];
    const minted = await Promise.all(names.map(async (name) => [name, await mint(name)] as const));
    return Object.fromEntries(minted) as Record<ReferenceIdentity, string>;
  };
  return { mint, mintAll };
}

/**
 * Verifies the signature, issuer, audience and times of a token at `now`, and returns its caller (AUTH-2, AUTH-13, AUTH-14).
 *
 * @param relaxed options that replace single requirements; only the self-test uses it.
 * @throws Error that says what is wrong with the token.
 */
export async function verifyToken(
  text: string,
  now: number,
  relaxed: JWTVerifyOptions = {},
  trust: TokenTrust = {},
): Promise<AuthenticatedCaller> {
  requireCanonicalSignature(text);
  const { publicKey } = trust.keys ?? (await signingKeys());
  const { payload } = await jwtVerify(text, publicKey, {
    algorithms: ['ES256'],
    audience,
    issuer: (trust.issuerOf ?? issuerOf)(String(decodeJwt(text).tid)),
    requiredClaims: ['exp', 'tid', 'appid'],
    currentDate: new Date(now),
    ...relaxed,
  });
  return callerOf(payload);
}

/** Whether a token that was verified before is still valid (AUTH-13). */
export function isCurrent(caller: AuthenticatedCaller, now: number): boolean {
  return now < caller.expiresAt;
}

/** The last character of base64url has unused bits: without this check, a token changed in those bits would be accepted. */
function requireCanonicalSignature(text: string): void {
  const signature = text.slice(text.lastIndexOf('.') + 1);
  if (Buffer.from(signature, 'base64url').toString('base64url') === signature) return;
  throw new Error('the signature is not canonical base64url');
}
