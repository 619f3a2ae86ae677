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

/** The permission that a caller needs to create an action. */
export const writePermission = 'SecurityActions.ReadWrite.All';

/** True when a JWT itself says that it has {@link writePermission}, as an application role or as a delegated scope. */
export function claimsWritePermission(token: string | undefined): boolean {
  const scopes = text(payloadOf(token)?.scp)?.split(' ') ?? [];
  return [...(claimsOf(token)?.roles ?? []), ...scopes].includes(writePermission);
}

function payloadOf(token: string | undefined): { readonly [name: string]: unknown } | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function seconds<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: number } {
  return (typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {}) as { [Key in Name]?: number };
}
