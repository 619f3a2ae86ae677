import { Unreachable, unlessInconclusive } from '../../errors.js';
import { collectionPath } from '../../evidence/paths.js';
import { isObject, member, type Reply } from '../../evidence/reply.js';
import type { Api } from '../../http/api.js';

/** How many URLs are tried where nothing is served, so that a wrong base URL costs fewer than ten requests. */
const mostCandidates = 7;

/**
 * Ends the run when the responses to the first requests show that the API is not at the base URL: a 404, a redirect or an HTML page each
 * time. URLs near it are tried with a GET; the message names the one where the API responds.
 *
 * @throws Unreachable
 */
export async function requireApi(api: Api, base: string, replies: readonly Reply[]): Promise<void> {
  if (replies.length === 0 || !replies.every(isElsewhere)) return;
  const tried: string[] = [];
  for (const candidate of neighbours(base).slice(0, mostCandidates)) {
    tried.push(candidate);
    const reply = await unlessInconclusive(api.follow(`${candidate}${collectionPath}`));
    if (reply && isApi(reply)) throw new Unreachable(`${seen(base, replies)} The API responds at ${candidate}`);
  }
  throw new Unreachable(`${seen(base, replies)} There is no API at ${tried.join(', ')} either`);
}

function seen(base: string, replies: readonly Reply[]): string {
  const statuses = [...new Set(replies.map(({ status }) => status))].join(' or ');
  const [link] = replies.flatMap((reply) => reply.headers.get('location') ?? []);
  const page = replies.some(isHtml) ? ', with an HTML page,' : '';
  const target = link === undefined ? '' : ` (Location: ${link})`;
  return `${base} responds with ${statuses}${page} to everything${target}: is this the base URL?`;
}

/** A response that says nothing about the API: nothing is there, or something other than an API is. */
function isElsewhere(reply: Reply): boolean {
  const { status } = reply;
  return status === 404 || (status >= 300 && status < 400) || (isHtml(reply) && (status < 300 || status === 405));
}

function isHtml({ headers }: Reply): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

/** A list of actions, or a rejection as JSON, as of a token. */
function isApi({ status, body }: Reply): boolean {
  if (status === 200) return Array.isArray(body) || Array.isArray(member(body, 'value'));
  return (status === 401 || status === 403 || status === 429) && isObject(body);
}

/** URLs at which the API may be if it is not at `base`: with another last segment, without it, or one segment deeper. */
function neighbours(base: string): readonly string[] {
  const { origin, pathname } = new URL(base);
  const path = pathname.replace(/\/+$/, '');
  const parent = path.replace(/\/[^/]*$/, '');
  const paths = [`${path}/beta`, `${path}/v1.0`, parent, `${parent}/beta`, `${parent}/v1.0`, '/beta', '/v1.0', ''];
  return [...new Set(paths)].filter((one) => one !== path).map((one) => `${origin}${one}`);
}
