import type { Credentials } from './clients.js';
import { OAuthError } from './oauth-error.js';

/** Scopes of OpenID Connect. They mean nothing without a user, but MSAL for Java adds them to every request. */
const aboutUsers = ['openid', 'profile', 'offline_access', 'email'];

/** A request for a token, RFC 6749, section 4.4.2. */
export interface TokenRequest {
  readonly credentials: Credentials;
  /** The resource for which a token is requested: the scope without `/.default`. */
  readonly resource: string;
}

/**
 * Reads a token request. The client authenticates itself by `client_secret_basic` or `client_secret_post`.
 *
 * @throws OAuthError with the code of RFC 6749, section 5.2.
 */
export async function readTokenRequest(request: Request): Promise<TokenRequest> {
  const parameters = await readParameters(request);
  const grant = required(parameters, 'grant_type');
  if (grant !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', 'Expected the grant_type client_credentials.');
  const credentials = readCredentials(request.headers.get('authorization'), parameters);
  const scopes = (parameters.get('scope') ?? '').split(' ').filter((scope) => !aboutUsers.includes(scope));
  const resource = /^(\S+)\/\.default$/.exec(scopes.join(' '))?.[1];
  if (resource === undefined)
    throw new OAuthError('invalid_scope', 'Expected exactly one scope, a resource followed by /.default.');
  return { credentials, resource };
}

/** The parameters of the body. A parameter without a value counts as absent (RFC 6749, section 3.2). */
async function readParameters(request: Request): Promise<ReadonlyMap<string, string>> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded')
    throw new OAuthError('invalid_request', 'Expected a body of the media type application/x-www-form-urlencoded.');
  const parameters = new Map<string, string>();
  for (const [name, text] of new URLSearchParams(await request.text())) {
    if (parameters.has(name)) throw new OAuthError('invalid_request', 'The body has a parameter more than once.');
    parameters.set(name, text);
  }
  return new Map([...parameters].filter(([, text]) => text !== ''));
}

function readCredentials(authorization: string | null, parameters: ReadonlyMap<string, string>): Credentials {
  if (authorization === null)
    return { id: required(parameters, 'client_id'), secret: required(parameters, 'client_secret') };
  const basic = basicCredentials(authorization);
  if (parameters.has('client_secret') || (parameters.get('client_id') ?? basic.id) !== basic.id)
    throw new OAuthError('invalid_request', 'The request has credentials in the Authorization header and in the body.');
  return basic;
}

/** The credentials of a Basic header; id and secret are form-encoded before they are joined (RFC 6749, section 2.3.1). */
function basicCredentials(authorization: string): Credentials {
  const encoded = /^basic +([\w+/=-]+) *$/i.exec(authorization)?.[1];
  const joined = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = joined.indexOf(':');
  if (colon === -1) throw new OAuthError('invalid_request', 'The Authorization header has no Basic credentials.');
  return { id: formDecoded(joined.slice(0, colon)), secret: formDecoded(joined.slice(colon + 1)) };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
}

function required(parameters: ReadonlyMap<string, string>, name: string): string {
  const text = parameters.get(name);
  if (text === undefined) throw new OAuthError('invalid_request', `The body has no parameter ${name}.`);
  return text;
}
