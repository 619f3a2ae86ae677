import type { Difference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { type Json, rebuilt } from '../../server/wire.js';
import { asTheWriter } from './as-writer.js';
import { neighbourApp } from './permissions.js';

type Which = (request: Request) => boolean;
type Page = Json & { readonly value: readonly unknown[] };

/**
 * These callers are treated as the writer at these addresses only: always, where their own request is rejected (`missing`), or so that a
 * list also shows the actions of the writer (`adding`).
 */
export function openTo(
  caller: Which,
  address: Which,
  how: 'always' | 'missing' | 'adding' = 'always',
): () => Difference {
  return asTheWriter((asWriter) => (inner) => async (request) => {
    if (!caller(request) || !address(request)) return inner(request);
    if (how === 'always' && !isHead(request)) return inner(asWriter(request));
    const other = asWriter(request.clone());
    const own = await inner(request);
    if (how !== 'adding') return own.ok ? own : inner(other);
    const theirs = (await (await inner(other)).json()) as Page;
    const mine = (await own.clone().json()) as Page;
    return rebuilt(own, { text: JSON.stringify({ ...mine, value: [...mine.value, ...theirs.value] }) });
  });
}

export const isHead: Which = ({ method }) => method === 'HEAD';
export const isNextLink: Which = ({ method, url }) => method === 'GET' && /[?&](?:%24|\$)skiptoken=/i.test(url);
export const isQualifiedCancel: Which = ({ url }) => url.endsWith('/microsoft.graph.cancelSecurityAction');
export const hasOption =
  (name: string): Which =>
  (request) =>
    operationOf(request) === 'list' && new URL(request.url).searchParams.has(name);

export const isAnonymous: Which = ({ headers }) => !headers.has('authorization');
export const isNeighbour: Which = (request) => payloadOf(request).includes(neighbourApp);
export const isStranger: Which = (request) => payloadOf(request).includes('SecurityEvents');
const writerApp = 'aaaaaaaa-0000-4000-8000-000000000001';

/** A server that does not verify signatures takes every token that names the writer for one of the writer. */
export const isAltered: Which = (request) => payloadOf(request).includes(writerApp);

function payloadOf({ headers }: Request): string {
  const payload = headers.get('authorization')?.split('.')[1] ?? '';
  return Buffer.from(payload, 'base64url').toString();
}
