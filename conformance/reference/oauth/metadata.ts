/** The URLs of the issuer of a tenant, with the paths that Microsoft's identity platform uses. */
export function issuerUrls(origin: string, tenantId: string) {
  const base = `${origin}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    configuration: `${base}/v2.0/.well-known/openid-configuration`,
    authorize: `${base}/oauth2/v2.0/authorize`,
    token: `${base}/oauth2/v2.0/token`,
    keys: `${base}/discovery/v2.0/keys`,
  };
}

/** The discovery document of a tenant (OpenID Connect Discovery 1.0, section 3). */
export function openIdConfiguration(origin: string, tenantId: string) {
  const urls = issuerUrls(origin, tenantId);
  return {
    issuer: urls.issuer,
    // Discovery requires this member; the endpoint rejects every request, because no user signs in.
    authorization_endpoint: urls.authorize,
    token_endpoint: urls.token,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: urls.keys,
    grant_types_supported: ['client_credentials'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['ES256'],
    tenant_region_scope: null,
  };
}

/** The instance discovery document, by which Microsoft's libraries learn that this host is an authority of its own. */
export function instanceDiscovery(origin: string, tenantId: string) {
  const { host } = new URL(origin);
  return {
    tenant_discovery_endpoint: issuerUrls(origin, tenantId).configuration,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
