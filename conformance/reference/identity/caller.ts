/** The sender of a request, according to the verified token. No member is ever taken from a body (CREATE-44, CREATE-45, CREATE-46). */
export interface AuthenticatedCaller {
  /** Application id, claim `appid`. */
  readonly appId: string;
  /** Tenant, claim `tid`. */
  readonly tenantId: string;
  /** Principal name of the signed-in user, claim `upn`; null for an application without a user. */
  readonly user: string | null;
  /** Application permissions, claim `roles`. */
  readonly roles: readonly string[];
  /** Delegated permissions, claim `scp`. A token that has any is a delegated token. */
  readonly scopes: readonly string[];
  /** Expiry, milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The caller that the claims of a token describe. A claim of the wrong type counts as absent. */
export function callerOf(claims: Readonly<Record<string, unknown>>): AuthenticatedCaller {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  const roles = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [];
  return {
    appId: text('appid'),
    tenantId: text('tid'),
    user: text('upn') || null,
    roles,
    scopes: text('scp').split(' ').filter(Boolean),
    expiresAt: typeof claims.exp === 'number' ? claims.exp * 1000 : 0,
  };
}
