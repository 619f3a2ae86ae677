import { ConfigurationError, Inconclusive, Unreachable, unlessInconclusive } from '../../errors.js';
import type { Identity } from '../../evidence/exchange.js';
import { shownId } from '../../evidence/lenient.js';
import { ownWords } from '../../evidence/own-words.js';
import { idOfNone } from '../../evidence/paths.js';
import { replyOf } from '../../evidence/recorded-exchange.js';
import { isSuccess, member, type Reply } from '../../evidence/reply.js';
import { type Target, tokenVariable } from '../../target.js';
import type { Draw } from '../draw.js';
import type { VendorAndProvider } from '../profile.js';
import { idOf, type World } from '../world.js';
import { permissions, writePermission } from './claims.js';
import { requireApi } from './first-contact-base-url.js';
import { firstCreate } from './first-create.js';
import { inspectTokens } from './inspect-tokens.js';
import { unlessPassing } from './unless-passing.js';

export { Unreachable } from '../../errors.js';

/** The replies to the first requests of a run; those to creates are missing when writes are not allowed. */
export interface FirstContact {
  /** Missing when lists get no response that the kit can read, but other requests do. */
  readonly list?: Reply | undefined;
  readonly created: readonly Reply[];
  readonly readBack?: Reply | undefined;
  /** The reply to a get with `Prefer: code=404`. */
  readonly steered?: Reply | undefined;
  /** The reply to a GET outside the API. */
  readonly outside?: Reply | undefined;
  /** The vendor of all valid bodies, where the target rejects that of the kit. */
  readonly vendor?: VendorAndProvider | undefined;
}

/**
 * Sends a list, two creates, a list for each further caller who may list, two gets of the first action and a GET of a path that does not exist. After the list, each is sent although
 * another gets no response. Without a response to the list, a get of an action that does not exist shows whether the target responds at all.
 */
export async function firstContact(world: World, target: Target, writes: boolean, draw: Draw): Promise<FirstContact> {
  const { list, beside } = await reach(world, target);
  const { reply: first, vendor } = (writes ? await unlessInconclusive(firstCreate(world, target)) : undefined) ?? {};
  await requireApi(
    world,
    target.url,
    [list, first].filter((reply) => reply !== undefined),
  );
  const create = () => unlessPassing(world, () => world.create(world.body()));
  const second = writes ? await unlessInconclusive(create()) : undefined;
  const created = [first, second].filter((reply) => reply !== undefined);
  const reached = list ?? beside;
  if (reached && [reached, ...created].every(isTokenRejected))
    throw new ConfigurationError(tokenRejected(reached, target));
  // A token that says that it has the permission is right: a target that rejects it is not.
  if (
    first &&
    created.every(({ status }) => status === 403) &&
    !permissions(target.tokens.writer).includes(writePermission)
  )
    throw new ConfigurationError(`${tokenRejected(first, target)}, and the target accepts it for a list only`);
  if (list && isSuccess(list)) await requireAccepted(world, target);
  const known = created[0] && idOf(created[0]);
  const readBack =
    known === undefined ? undefined : await unlessInconclusive(unlessPassing(world, () => world.get(known)));
  const prefer = { headers: { prefer: 'code=404' } };
  const steered = known === undefined ? undefined : await unlessInconclusive(world.get(known, prefer));
  const outside = await unlessInconclusive(world.request('GET', `/security/${draw.hex(12)}`));
  return { list, created, readBack, steered, outside, vendor };
}

/** The reply to a list, or to what was sent beside it because there was none. */
async function reach(world: World, target: Target): Promise<{ readonly list?: Reply; readonly beside?: Reply }> {
  try {
    return { list: await unlessPassing(world, () => world.list()) };
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    // A list beyond the limit of the kit says nothing about the other requests.
    const { exchange } = error;
    if (exchange?.response?.cutAt !== undefined) return { list: replyOf(exchange, exchange.response) };
    const timedOut = exchange?.failure !== undefined && exchange.fate === undefined;
    // Nothing is known yet of a target that did not respond in time: most of them never respond.
    const beside = await unlessInconclusive(world.get(idOfNone, { isBrief: timedOut }));
    if (beside) return { beside };
    if (error.kind === 'unreadable')
      throw new Unreachable(`nothing can be judged on the target at ${target.url}: ${error.message}`);
    const failure = exchange?.failure ?? error.message;
    const hint = timedOut ? slowHint : endedHint(failure, target.url);
    throw new Unreachable(`the target at ${target.url} cannot be reached: ${failure}${hint}`);
  }
}

const slowHint = '; if its responses take longer, raise the time limit with --timeout';

/** A server that speaks TLS ends a connection that does not, and one that wants a certificate may end it without an alert. */
function endedHint(failure: string, url: string): string {
  if (!/hang up|ECONNRESET|Parse Error: Expected HTTP/.test(failure)) return '';
  return url.startsWith('http:')
    ? '; if the target speaks TLS, give its URL with https://'
    : '; if the target wants a client certificate that it trusts, give it with --client-cert and --client-key';
}

/** A token whose owner may list, and that gets 401 for a list where that of the writer does not, is not valid. */
async function requireAccepted(world: World, target: Target): Promise<void> {
  for (const identity of ['reader', 'neighbour'] as const) {
    if (!world.profile.identities.has(identity)) continue;
    const reply = await unlessInconclusive(world.list({ as: identity }));
    if (reply?.status === 401) throw new ConfigurationError(tokenRejected(reply, target, identity));
  }
}

function isTokenRejected({ status }: Reply): boolean {
  return status === 401 || status === 403;
}

/** What the target itself says comes before what the kit can only guess. */
function tokenRejected(reply: Reply, { tokens, url }: Target, identity: Identity = 'writer'): string {
  const { status } = reply;
  const option = identity === 'writer' ? '--token' : `--${identity}-token`;
  const source = `${option} or ${tokenVariable(identity)}`;
  const said = ownWords({ body: reply.text, headers: reply.headers });
  const quoted = said === '' ? '' : `the target says ${said}; `;
  const token = tokens[identity];
  if (token === undefined)
    return `${url} responds with ${status} without a token: ${quoted}set the writer's token with ${source}`;
  const [lifetime] = inspectTokens({ tokens: { [identity]: token } }).notices;
  if (status === 401)
    return `${url} rejects the ${identity}'s token with 401: ${quoted}${lifetime ?? `check that ${source} is a valid, unexpired token for this target`}`;
  return `${url} rejects the ${identity}'s token with 403: ${quoted}the token needs the application permission ${writePermission}`;
}

/** True when the target stores what was created: a get shows what was sent, or the ids of the two actions differ. */
export function keepsState({ created, readBack }: FirstContact): boolean {
  const [first, second] = created.map(idOf);
  const sent: unknown = JSON.parse(created[0]?.request.body ?? 'null');
  if (!readBack || !isSuccess(readBack)) return false;
  if (member(readBack.body, 'clientContext') === member(sent, 'clientContext')) return true;
  return first !== second && shownId(readBack.json) === first;
}

/** True when the target responds with the status of `Prefer: code=…`, as Prism does. */
export function obeysSteering({ readBack, steered }: FirstContact): boolean {
  return readBack !== undefined && readBack.status < 300 && steered?.status === 404;
}

/** False when all responses have the same status and body. */
export function distinguishesRequests({ list, created, readBack, outside }: FirstContact): boolean {
  // After a create, the request outside the API does not count: a constant response may exist on the paths of the API only.
  const responses = [list, ...(created.length > 0 ? created : [outside]), readBack]
    .filter((reply) => reply !== undefined)
    .map(({ status, text }) => `${status} ${text}`);
  return new Set(responses).size > 1;
}

/** What shows the class of the target, as a sentence; {@link keepsState} and {@link obeysSteering} decide it. */
export function classSeen(contact: FirstContact): string {
  const { created, readBack } = contact;
  if (keepsState(contact)) return 'a get shows the action that was created';
  if (obeysSteering(contact)) return 'a get does not show what was created, and Prefer: code=404 gets 404';
  if (created.length === 0) return 'assumed, because no create was sent or none got a response';
  if (readBack === undefined) return `assumed, because a create responded with ${created[0]?.status} and no id to read`;
  return `assumed, although a get of the action that was created ${readBack.status < 300 ? 'shows another one' : `responds with ${readBack.status}`}`;
}
