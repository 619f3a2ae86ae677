import { parsedJson } from '../../evidence/parsed-json.js';
import { isObject } from '../../evidence/reply.js';
import type { Claims } from '../profile.js';

/** Reads the claims of a JWT without verifying it; `undefined` for an opaque token. */
export function claimsOf(token: string | undefined): Claims | undefined {
  const claims = payloadOf(token);
  if (!claims) return undefined;
  return {
    appId: text(claims.appid) ?? text(claims.azp),
    tenantId: text(claims.tid),
    user: text(claims.upn) ?? text(claims.preferred_username),
    ...seconds('notBefore', claims.nbf),
    ...seconds('expires', claims.exp),
    roles: Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [],
  };
}

/** The permissions of the API: one to list and get, and one for all operations. */
export const readPermission = 'SecurityActions.Read.All';
export const writePermission = 'SecurityActions.ReadWrite.All';

/** The permissions that a JWT itself says it has, as application roles and as delegated scopes; empty for an opaque token. */
export function permissions(token: string | undefined): readonly string[] {
  return [...(claimsOf(token)?.roles ?? []), ...(text(payloadOf(token)?.scp)?.split(' ') ?? [])];
}

/** True for a JWT that acts for a signed-in user. */
export function isDelegated(token: string | undefined): boolean {
  return payloadOf(token)?.scp !== undefined;
}

function payloadOf(token: string | undefined): { readonly [name: string]: unknown } | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  const claims = parsedJson(Buffer.from(payload, 'base64url').toString('utf8'));
  return isObject(claims) ? claims : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function seconds<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: number } {
  return (typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {}) as { [Key in Name]?: number };
}
