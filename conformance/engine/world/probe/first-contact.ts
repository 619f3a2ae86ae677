import { ConfigurationError, Inconclusive } from '../../errors.js';
import { member, type Reply } from '../../evidence/reply.js';
import type { Api } from '../../http/api.js';
import { type Target, tokenVariable } from '../../target.js';
import type { Draw } from '../draw.js';
import type { World } from '../world.js';

/** No connection, or no answer at all: nothing can be said about the target. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What the first requests of a run showed; the creates are missing when writes are not allowed. */
export interface FirstContact {
  readonly list: Reply;
  readonly created: readonly Reply[];
  readonly readBack?: Reply;
  readonly steered?: Reply;
  readonly nonsense?: Reply;
}

/** Asks the target a list, two creates, a read and something that does not exist. */
export async function firstContact(world: World, target: Target, writes: boolean, draw: Draw): Promise<FirstContact> {
  const list = await reach(world, target);
  const first = writes ? await answered(world.create(world.body())) : undefined;
  const second = writes ? await answered(world.create(world.body())) : undefined;
  const created = [first, second].filter((reply) => reply !== undefined);
  const refused = [list, ...created].every(({ status }) => status === 401 || status === 403);
  if (refused) throw new ConfigurationError(tokenRefused(list, target));
  const id = member(created[0]?.body, 'id');
  const known = typeof id === 'string' && id !== '' ? id : undefined;
  const readBack = known === undefined ? undefined : await answered(world.get(known));
  const prefer = { headers: { prefer: 'code=404' } };
  const steered = known === undefined ? undefined : await answered(world.get(known, prefer));
  const nonsense = await answered(world.request('GET', `/security/${draw.hex(12)}`));
  return { list, created, readBack, steered, nonsense };
}

/** The reply, or nothing where none came: a target that does not answer everything can still be asked the rest. */
async function answered(reply: Promise<Reply>): Promise<Reply | undefined> {
  return reply.catch((error: unknown) => {
    if (error instanceof Inconclusive) return undefined;
    throw error;
  });
}

async function reach(api: Api, target: Target): Promise<Reply> {
  try {
    return await api.list();
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    throw new Unreachable(`the target at ${target.url} cannot be reached: ${error.exchange?.failure ?? error.message}`);
  }
}

function tokenRefused({ status }: Reply, { tokens, url }: Target): string {
  const variable = tokenVariable('writer');
  if (tokens.writer === undefined)
    return `${url} answers ${status} without a token: give the writer's token with --token or ${variable}`;
  if (status === 401)
    return `${url} refuses the writer's token with 401: check that --token or ${variable} holds a valid, unexpired token for this target`;
  return `${url} answers 403 to the writer's token: it needs the application permission SecurityActions.ReadWrite.All`;
}

/** True when the target keeps what was created: what is read back carries what was sent, or ids that it tells apart. */
export function keepsState({ created, readBack }: FirstContact): boolean {
  const [first, second] = created.map(({ body }) => body);
  const sent: unknown = JSON.parse(created[0]?.exchange.request.body ?? 'null');
  if (readBack?.status !== 200 && readBack?.status !== 206) return false;
  if (member(readBack.body, 'clientContext') === member(sent, 'clientContext')) return true;
  return member(first, 'id') !== member(second, 'id') && member(readBack.body, 'id') === member(first, 'id');
}

/** True when the target answers with the status that `Prefer: code=…` asks for, as Prism does. */
export function obeysSteering({ readBack, steered }: FirstContact): boolean {
  return readBack !== undefined && readBack.status < 300 && steered?.status === 404;
}

/** False when every answer had the same status and body, whatever was asked. */
export function tellsRequestsApart({ list, created, readBack, nonsense }: FirstContact): boolean {
  // Where something was created, what is outside the API does not count: a constant answer may stand on the API's paths alone.
  const answers = [list, ...(created.length > 0 ? created : [nonsense]), readBack]
    .filter((reply) => reply !== undefined)
    .map(({ status, text }) => `${status} ${text}`);
  return new Set(answers).size > 1;
}
