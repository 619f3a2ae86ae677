import { Rejection } from '../rejection.js';
import type { AuthenticatedCaller } from './caller.js';
import type { isCurrent, TokenTrust, verifyToken } from './tokens.js';

const maxVerified = 1000;

/** Identifies the caller of a request. A verified token is cached by its text; its expiry is checked on every request. */
export type Authenticate = (authorization: string | null, now: number) => Promise<AuthenticatedCaller>;

/** An authenticator with an empty cache. Without `trust` it accepts the tokens of this process. */
export function createAuthenticator(
  decide: { readonly verifyToken: typeof verifyToken; readonly isCurrent: typeof isCurrent },
  trust?: TokenTrust,
): Authenticate {
  const verified = new Map<string, AuthenticatedCaller>();
  return async (authorization, now) => {
    const token = bearerToken(authorization);
    const known = verified.get(token);
    if (known) return decide.isCurrent(known, now) ? known : reject('The access token has expired.', 'invalid_token');
    const caller = await decide
      .verifyToken(token, now, {}, trust)
      .catch(() => reject('The access token is not valid.', 'invalid_token'));
    if (verified.size >= maxVerified) verified.clear();
    verified.set(token, caller);
    return caller;
  };
}

/** The token of an `Authorization: Bearer` header; any other header is rejected with 401 (AUTH-1, AUTH-2). */
function bearerToken(authorization: string | null): string {
  if (authorization === null) return reject('The request has no Authorization header. Send a bearer token.');
  const match = /^bearer +(\S+) *$/i.exec(authorization);
  return match?.[1] ?? reject('The Authorization header does not contain a bearer token.', 'invalid_request');
}

/** Rejects with 401 and a challenge (AUTH-3). RFC 6750 includes an error code only when credentials were sent. */
function reject(message: string, error?: string): never {
  const challenge = `Bearer realm="securityActions"${error === undefined ? '' : `, error="${error}"`}`;
  throw new Rejection(401, message, { headers: { 'WWW-Authenticate': challenge } });
}
