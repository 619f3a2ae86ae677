import type { Reply } from '../evidence/reply.js';

const redirects: readonly number[] = [301, 302, 307, 308];

/**
 * Whether a gateway redirects a path with an encoded slash to the same path with the slash as such, which it may do before the request
 * reaches the API (decision 0073).
 */
export function isSlashRedirect({ status, headers, request }: Pick<Reply, 'status' | 'headers' | 'request'>): boolean {
  const location = headers.get('location');
  if (!redirects.includes(status) || location === null || !URL.canParse(location, request.url)) return false;
  const { pathname } = new URL(request.url);
  return /%2f/i.test(pathname) && new URL(location, request.url).pathname === pathname.replace(/%2f/gi, '/');
}
