/** The base URL without a trailing slash. Throws for one that requests cannot be addressed with. */
export function baseUrlOf(value: unknown): string {
  const url = typeof value === 'string' && /^https?:\/\/[^/]/i.test(value) && URL.canParse(value) && new URL(value);
  if (!url || url.search || url.hash || url.username || url.password)
    throw wrong('baseUrl', 'an absolute http(s) URL without query, fragment and password', value);
  return url.href.replace(/\/+$/, '');
}

/** An id. Throws for one that cannot be a segment of a path: the URL would address another resource. */
export function segment(name: string, value: unknown): string {
  if (typeof value === 'string' && !['', '.', '..'].includes(value)) return value;
  throw wrong(name, 'an id', value);
}

/** The body of a create or an update. Throws for anything but an object. */
export function objectBody(value: unknown): unknown {
  if (typeof value === 'object' && value && !Array.isArray(value)) return value;
  throw wrong('body', 'an object', value);
}

/** A bearer token. Throws for nothing, and for text that cannot follow `Bearer`. */
export function tokenOf(value: unknown): string {
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return value;
  // The message must not show what may be a secret.
  throw wrong('token', 'text without spaces, or a function that returns it', typeof value);
}

/** A number of milliseconds or attempts. Throws for one that is not a number or below `least`. */
export function numberOf(name: string, value: unknown, least: number): number {
  if (typeof value === 'number' && value >= least) return value;
  throw wrong(name, `a number of at least ${least}`, value);
}

const wrong = (name: string, expected: string, value: unknown) =>
  new TypeError(
    `Could not use ${name}: expected ${expected}, received ${typeof value === 'string' ? `'${value}'` : String(value)}`,
  );
