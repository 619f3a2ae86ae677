import { Refusal } from '../refusal.js';
import type { Caller } from './caller.js';
import type { isCurrent, verifyToken } from './tokens.js';

const mostRemembered = 1000;

/** Finds out who sends a request. Verified tokens are remembered by their text, and their end of validity is asked every time. */
export type Authenticate = (authorization: string | null, now: number) => Promise<Caller>;

/** An authenticator with an empty memory. */
export function createAuthenticator(decide: {
  readonly verifyToken: typeof verifyToken;
  readonly isCurrent: typeof isCurrent;
}): Authenticate {
  const remembered = new Map<string, Caller>();
  return async (authorization, now) => {
    const token = bearerToken(authorization);
    const known = remembered.get(token);
    if (known) return decide.isCurrent(known, now) ? known : refuse('The access token has expired.', 'invalid_token');
    const caller = await decide
      .verifyToken(token, now)
      .catch(() => refuse('The access token is not valid.', 'invalid_token'));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(token, caller);
    return caller;
  };
}

/** The token of an `Authorization: Bearer` header; anything else is refused with 401 (AUTH-1, AUTH-2). */
function bearerToken(authorization: string | null): string {
  if (authorization === null) return refuse('The request has no Authorization header; send a bearer token.');
  const match = /^bearer +(\S+) *$/i.exec(authorization);
  return match?.[1] ?? refuse('The Authorization header holds no bearer token.', 'invalid_request');
}

/** 401 with the challenge (AUTH-3); RFC 6750 names an error only when credentials were sent. */
function refuse(message: string, error?: string): never {
  const challenge = `Bearer realm="securityActions"${error === undefined ? '' : `, error="${error}"`}`;
  throw new Refusal(401, message, { headers: { 'WWW-Authenticate': challenge } });
}
