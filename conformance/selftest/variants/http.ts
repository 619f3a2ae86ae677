import { gzipSync } from 'node:zlib';
import type { Difference } from '../server/difference.js';
import { rejectWith } from '../server/reject-with.js';
import { editHeaders, editRequest, editStatus, on, rebuilt, wraps } from '../server/wire.js';
import { variant } from '../variant.js';

const any = on('any');
const hasBody = (headers: Headers) => headers.has('content-type');

function contentType(value: string): Difference {
  return { fetch: editHeaders(any, (headers) => hasBody(headers) && headers.set('content-type', value)) };
}

/** Rejects each n-th request with this response. */
function rejectsEach(n: number, response: (request: Request) => Response): () => Difference {
  return () => {
    let count = 0;
    return {
      fetch: (inner) => (request) => (++count % n === 0 ? response(request) : inner(request)),
      run: { patienceMs: 10_000 },
    };
  };
}

/** Tokens that are no JWTs and say nothing about the caller. */
function opaqueTokens(): Difference {
  const real = new Map<string, string>();
  return {
    tokens: (minted) =>
      Object.fromEntries(
        Object.entries(minted).map(([identity, token], index) => {
          const opaque = `opaque~${identity}~${index}~${'x'.repeat(20)}`;
          real.set(opaque, token);
          return [identity, opaque];
        }),
      ),
    fetch: editRequest(any, (request) => {
      const [scheme, opaque = ''] = (request.headers.get('authorization') ?? '').split(' ');
      const sent = real.get(opaque);
      if (sent === undefined) return request;
      const headers = new Headers(request.headers);
      headers.set('authorization', `${scheme} ${sent}`);
      return new Request(request, { headers });
    }),
  };
}

function without(...names: readonly string[]): Difference {
  return {
    fetch: editHeaders(any, (headers) => {
      for (const name of names) headers.delete(name);
    }),
  };
}

const partial = wraps(
  editStatus(on(['list', 'get'], 200), 206),
  editHeaders(on(['list', 'get'], 206), (headers) => headers.set('warning', '199 - "Contoso/Firewall/504/10000"')),
);

export const variants = [
  variant('the content type of JSON has no charset', 'content type', contentType('application/json')),
  variant(
    'the content type of JSON has OData parameters',
    'content type',
    contentType('application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'),
  ),
  variant(
    'the content type names another charset than that of the bytes',
    'content type',
    contentType('application/json; charset=iso-8859-1'),
  ),
  variant('the content type is capitalized', 'content type', contentType('Application/JSON; Charset=UTF-8')),
  variant('responses have Deprecation and Sunset', 'deprecation', {
    fetch: editHeaders(any, (headers) => {
      headers.set('deprecation', 'Wed, 10 Apr 2024 23:59:59 GMT');
      headers.set('sunset', 'Fri, 10 Apr 2026 23:59:59 GMT');
      headers.set('link', '<https://example.com/changes>; rel="deprecation"; type="text/html"');
    }),
  }),
  variant('a gateway adds header fields', 'gateway', {
    fetch: editHeaders(any, (headers) => {
      headers.set('strict-transport-security', 'max-age=31536000');
      headers.set('x-ms-ags-diagnostic', '{"ServerInfo":{"DataCenter":"Example"}}');
      headers.set('vary', 'Accept-Encoding');
      headers.set('cache-control', 'no-store');
      headers.append('set-cookie', 'a=b; Secure');
      headers.append('set-cookie', 'c=d; Secure');
    }),
  }),
  variant('OData-Version is 4.01', 'odata version', {
    fetch: editHeaders(any, (headers) => headers.set('odata-version', '4.01')),
  }),
  variant('there is no OData-Version', 'odata version', without('odata-version')),
  variant('there is no Preference-Applied', 'preference applied', without('preference-applied')),
  variant('preferences are ignored', 'prefer', { behaviour: { parsePreferences: () => ({}) } }),
  variant('there is no request-id', 'request id', without('request-id'), { doesNotFollow: ['HTTP-1'] }),
  variant('a 405 has no Allow', 'allow', without('allow'), { doesNotFollow: ['SURFACE-10'] }),
  variant('Location is relative', 'location', {
    fetch: editHeaders(any, (headers) => {
      const location = headers.get('location');
      if (location) headers.set('location', new URL(location).pathname);
    }),
  }),
  variant('Location is relative to the collection', 'location', {
    fetch: editHeaders(any, (headers) => {
      const location = headers.get('location');
      if (location) headers.set('location', location.slice(location.lastIndexOf('securityActions/')));
    }),
  }),
  variant('Location has the key in parentheses', 'location', {
    fetch: (inner) => async (request) => {
      const url = request.url.replace(/securityActions\('([^']+)'\)/, 'securityActions/$1');
      const response = await inner(url === request.url ? request : new Request(url, request));
      const location = response.headers.get('location');
      if (!location) return response;
      const headers = new Headers(response.headers);
      headers.set('location', location.replace(/securityActions\/([^/]+)$/, "securityActions('$1')"));
      return rebuilt(response, { headers });
    },
  }),
  variant('a create has no Location', 'location', without('location'), { doesNotFollow: ['CREATE-8'] }),
  variant('cancel responds with 200 without a body', 'response to cancel', {
    fetch: editStatus(on('cancel', 204), 200),
  }),
  variant(
    'cancel responds with 200, an empty body and a JSON content type',
    'response to cancel',
    {
      fetch: wraps(
        editStatus(on('cancel', 204), 200),
        editHeaders(on('cancel', 200), (headers) => headers.set('content-type', 'application/json')),
      ),
    },
    { doesNotFollow: ['CANCEL-3'] },
  ),
  variant('reads respond with 206', ['partial', 'count of the collection'], { fetch: partial }),
  variant('some requests are throttled', 'throttling', rejectsEach(9, rejectWith(429, { 'retry-after': '0' }))),
  variant(
    'Retry-After of a throttled request is a fraction of a second',
    'throttling',
    rejectsEach(40, rejectWith(429, { 'retry-after': '0.01' })),
  ),
  variant(
    'Retry-After of a throttled request is a date',
    'throttling',
    rejectsEach(11, (request) => rejectWith(429, { 'retry-after': new Date().toUTCString() })(request)),
  ),
  variant(
    'the service is sometimes unavailable',
    'throttling',
    rejectsEach(13, rejectWith(503, { 'retry-after': '0' })),
  ),
  variant(
    'the service is sometimes unavailable and does not say for how long',
    'throttling',
    rejectsEach(400, rejectWith(503)),
    { doesNotFollow: ['HTTP-9'] },
  ),
  variant('every body is compressed', 'content coding', {
    isOutermost: true,
    fetch: (inner) => async (request) => {
      const response = await inner(request);
      const body = Buffer.from(await response.arrayBuffer());
      const headers = new Headers(response.headers);
      if (body.length > 0) headers.set('content-encoding', 'gzip');
      return new Response(body.length > 0 ? gzipSync(body) : null, { status: response.status, headers });
    },
  }),
  variant('responses arrive out of order', 'delay', {
    fetch: (inner) => async (request) => {
      const response = await inner(request);
      await new Promise((done) => setTimeout(done, Math.random() * 4));
      return response;
    },
  }),
  variant('requests arrive out of order', 'delay', {
    fetch: (inner) => async (request) => {
      await new Promise((done) => setTimeout(done, Math.random() * 4));
      return inner(request);
    },
  }),
  variant('tokens are opaque', 'tokens', opaqueTokens),
  variant('only the writer has a token', 'identities', {
    tokens: ({ writer }) => (writer === undefined ? {} : { writer }),
  }),
  variant(
    'the base path does not end in /beta',
    'base path',
    { options: { basePath: '/api/v1.0' } },
    { doesNotFollow: ['SURFACE-6'] },
  ),
  variant('the base path has several segments', 'base path', { options: { basePath: '/tenants/a.b/graph/beta' } }),
  variant('a request for XML gets JSON', 'accept', { behaviour: { negotiate: () => undefined } }),
  variant('bodies above 40 kB are rejected', 'size', { options: { maxBodyBytes: 40_000 } }),
  variant(
    'bodies of any size are accepted',
    'size',
    { options: { maxBodyBytes: Number.MAX_SAFE_INTEGER } },
    { doesNotFollow: ['HTTP-16'] },
  ),
  variant('DELETE is supported', 'delete', () => {
    const gone = new Set<string>();
    return {
      fetch: (inner) => async (request) => {
        const id = /securityActions\/([^/?]+)/.exec(request.url)?.[1] ?? '';
        if (gone.has(id)) return rejectWith(404)(request);
        if (request.method !== 'DELETE' || id === '') return inner(request);
        const found = await inner(new Request(request.url, { headers: request.headers }));
        if (found.status >= 300) return found;
        gone.add(id);
        return new Response(null, { status: 204, headers: { 'request-id': 'd', date: new Date().toUTCString() } });
      },
    };
  }),
  variant(
    'the qualified name of cancel is not supported',
    'qualified cancel',
    {
      fetch: (inner) => (request) =>
        request.url.endsWith('microsoft.graph.cancelSecurityAction') && request.headers.has('authorization')
          ? rejectWith(404)(request)
          : inner(request),
    },
    { doesNotFollow: ['SURFACE-11'] },
  ),
  variant('the $count segment is supported', 'count of the collection', {
    fetch: (inner) => async (request) => {
      const url = new URL(request.url);
      if (!url.pathname.endsWith('/securityActions/$count') || request.method !== 'GET') return inner(request);
      url.pathname = url.pathname.replace('/$count', '');
      url.search = '?$count=true';
      const list = await inner(new Request(url, { headers: request.headers }));
      if (list.status >= 300) return list;
      const { '@odata.count': count } = (await list.json()) as { '@odata.count'?: number };
      // Combined with a variant that ignores $count, the count is not available.
      if (count === undefined) return rejectWith(404)(request);
      return new Response(String(count), {
        headers: { 'content-type': 'text/plain', 'request-id': '1', date: new Date().toUTCString() },
      });
    },
  }),
];
