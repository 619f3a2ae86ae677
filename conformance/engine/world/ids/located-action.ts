import { isAction, locatedId } from '../../evidence/lenient.js';
import { isObject, isSuccess, type Reply } from '../../evidence/reply.js';
import type { Send } from '../../http/api.js';
import { readNew } from '../in-time.js';
import type { World } from '../world.js';

/**
 * The reply to a create. If it shows no action but names one in `Location`, the case reads that one in place of the body: CREATE-1 and
 * CREATE-2 judge the response itself. A create that asks for a minimal response gets what it asks for.
 */
export async function withLocatedAction(world: World, reply: Reply, { as, headers }: Send): Promise<Reply> {
  const { exchange, request, status, text, json, notJson } = reply;
  const id = locatedId(reply.headers.get('location'));
  const isShown = isObject(reply.body) && (reply.body.id !== undefined || isAction(reply.body));
  if (!isSuccess(reply) || isShown || id === undefined || headers?.prefer || world.profile.class === 'stateless')
    return reply;
  const read = await readNew(world, id, { as });
  if (!isSuccess(read) || !isObject(read.body)) return reply;
  return { exchange, request, status, headers: reply.headers, text, json, body: read.body, notJson };
}
