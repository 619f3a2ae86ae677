import { ConfigurationError } from '../errors.js';

/** True for an origin on this machine, where a write can only reach what its owner started. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Says whether the run may send writing requests to a target: on loopback, in process, or by the user's word for that origin.
 *
 * @throws ConfigurationError for a target or an allowed origin that is no HTTP URL.
 */
export function mayWrite(target: string, inProcess: boolean, allowWrites: readonly string[]): boolean {
  const url = httpUrl(target, 'the URL of the target');
  const allowed = allowWrites.map((origin) => httpUrl(origin, 'an origin to which writes are allowed').origin);
  return inProcess || isLoopback(url) || allowed.includes(url.origin);
}

function httpUrl(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConfigurationError(`${what} is "${text}": give an absolute one, such as https://graph.example/beta`);
}
