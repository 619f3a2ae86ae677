import { ConfigurationError } from '../errors.js';

/** True for a URL on this machine, where the user started whatever a write can change. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether the run may send write requests to a target: one on loopback, one in this process, or one whose origin the user allowed.
 *
 * @throws ConfigurationError for a target or an allowed origin that is not an HTTP URL.
 */
export function mayWrite(target: string, inProcess: boolean, allowWrites: readonly string[]): boolean {
  const url = httpUrl(target, 'the URL of the target');
  const allowed = allowWrites.map((origin) => httpUrl(origin, 'an origin to which writes are allowed').origin);
  return inProcess || isLoopback(url) || allowed.includes(url.origin);
}

function httpUrl(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConfigurationError(
    `${what} is "${text}": expected an absolute http or https URL such as https://graph.example/beta`,
  );
}
