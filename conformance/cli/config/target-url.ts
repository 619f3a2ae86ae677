import { ConfigurationError } from '../../engine/errors.js';
import { suggestion } from '../../engine/suggestion.js';
import { embeddedNames } from '../../targets.js';

const accepted = 'a base URL such as https://graph.example/beta, or "mock" or "reference"';

/**
 * The base URL of a target, without a slash at its end.
 *
 * @throws ConfigurationError that says what is wrong with it; it does not repeat what may be a secret.
 */
export function targetUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new ConfigurationError(`target "${text}" ${notHttp(text, url)}`);
  if (url.username !== '' || url.password !== '') {
    throw new ConfigurationError(
      `target ${url.origin}… has credentials in its URL: give a token with --token or SECURITY_ACTIONS_TOKEN instead`,
    );
  }
  if (url.search !== '' || url.hash !== '' || /[?#]$/.test(text)) {
    throw new ConfigurationError(
      `target "${url.origin}${url.pathname}…" has a query or fragment: give only the base URL, such as ${url.origin}/beta`,
    );
  }
  const resource = url.pathname.search(/\/security\/securityActions(\/|$)/i);
  if (resource >= 0) {
    const base = `${url.origin}${url.pathname.slice(0, resource)}`;
    throw new ConfigurationError(
      `target "${text}" is the URL of a resource: give the base URL before /security, which is ${base}`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function notHttp(text: string, url: URL | undefined): string {
  const near = suggestion(text.toLowerCase(), embeddedNames);
  if (near) return `is neither a URL nor a target of the kit: ${near}`.trimEnd();
  if (/^[\w.[\]:-]+:\d+(\/|$)/.test(text) || /^(localhost|[\w-]+(\.[\w-]+)+)(\/|$)/.test(text)) {
    return `has no scheme: give the complete URL, such as http://${text}`;
  }
  return url
    ? `has the scheme ${url.protocol.slice(0, -1)}: expected http or https`
    : `is neither a URL nor a target of the kit: expected ${accepted}`;
}

/** @throws ConfigurationError for a value of `--allow-writes` that is not an origin. */
export function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if ((url?.protocol === 'http:' || url?.protocol === 'https:') && `${url.origin}/` === url.href) return url.origin;
  throw new ConfigurationError(
    `--allow-writes "${text}" is not an origin: expected only scheme, host and port, such as https://graph.example`,
  );
}
