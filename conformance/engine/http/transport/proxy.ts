import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../policy.js';
import type { Proxies } from './network.js';

/** The proxy for a URL; `undefined` for a target on loopback and for what `NO_PROXY` names. */
export function proxyFor(url: URL, { http, https, none = '' }: Proxies): URL | undefined {
  const proxy = url.protocol === 'https:' ? https : http;
  return proxy === undefined || isLoopback(url) || isDirect(url, none) ? undefined : new URL(proxy);
}

/** The value of `Proxy-Authorization` for the user and password in the URL of a proxy. */
export function proxyAuthorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function isDirect(url: URL, none: string): boolean {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return none
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      if (entry.includes('/')) return isInRange(host, entry);
      const [, name = entry, only] = /^(.+?):(\d+)$/.exec(isIP(entry) ? '' : entry) ?? [];
      if (only !== undefined && only !== port) return false;
      const domain = bare(name.toLowerCase().replace(/^\*?\.|^\*/, ''));
      return host === domain || (!isIP(host) && host.endsWith(`.${domain}`));
    });
}

/** Whether an address is in a range such as `192.0.2.0/24`. */
function isInRange(host: string, range: string): boolean {
  const [network = '', prefix] = range.split('/');
  const [family, of] = [isIP(bare(network)), isIP(host)];
  if (family === 0 || family !== of || !(Number(prefix) >= 0 && Number(prefix) <= (family === 6 ? 128 : 32)))
    return false;
  const list = new BlockList();
  const type = family === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(bare(network), Number(prefix), type);
  return list.check(host, type);
}

const bare = (host: string) => host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
