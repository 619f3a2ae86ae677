import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';

/** The base path of the contract's server; the mock serves the same paths with and without it. */
export const basePath = '/beta';

/**
 * Stands before Prism: serves the paths below {@link basePath} as well, keeps next links on the origin of the request, and adds the
 * `request-id` that Prism leaves out of its own responses.
 *
 * @param upstream the origin of Prism.
 */
export function frontOf(upstream: string): Hono {
  const app = new Hono();
  app.all('*', async ({ req }) => {
    const { origin, pathname, search } = new URL(req.url);
    const below = pathname.startsWith(`${basePath}/`);
    const path = below ? pathname.slice(basePath.length) : pathname;
    const response = await proxy(`${upstream}${path}${search}`, req.raw);
    const headers = new Headers(response.headers);
    if (!headers.has('request-id')) headers.set('request-id', randomUUID());
    const own = `${origin}${below ? basePath : ''}`;
    const isJson = headers.get('content-type')?.includes('json') ?? false;
    if (!isJson) return new Response(response.body, { status: response.status, headers });
    headers.delete('content-length');
    return new Response(withOwnLink(await response.text(), own), { status: response.status, headers });
  });
  return app;
}

/** The body with its `@odata.nextLink` below this base URL; the example in the contract names a host that does not exist. */
function withOwnLink(text: string, own: string): string {
  return text.replace(
    /("@odata\.nextLink":")https?:\/\/[^/"]+\/[^/"]+(?=\/security\/)/,
    (_, name: string) => name + own,
  );
}
