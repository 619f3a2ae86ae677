/** Who sends a request, as the verified token tells; nothing of it is ever taken from a body (CREATE-44, CREATE-45, CREATE-46). */
export interface Caller {
  /** Application id, claim `appid`. */
  readonly appId: string;
  /** Tenant, claim `tid`. */
  readonly tenantId: string;
  /** Principal name of the signed-in user, claim `upn`; null for an application by itself. */
  readonly user: string | null;
  /** Application permissions, claim `roles`. */
  readonly roles: readonly string[];
  /** Delegated permissions, claim `scp`. A token that has any speaks for a user. */
  readonly scopes: readonly string[];
  /** End of validity, milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The caller that a token's claims describe; a claim of another type than the contract's counts as absent. */
export function callerOf(claims: Readonly<Record<string, unknown>>): Caller {
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
