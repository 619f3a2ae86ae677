import type { ServerReply } from '../protocol/reply.js';
import { type OperationTask, reachableActions, shown } from '../world.js';

/** POST to the collection: creates an action if the whole request is valid (CREATE-1, CREATE-55). */
export async function create(task: OperationTask): Promise<ServerReply> {
  const { world, call, caller, operation } = task;
  const { decide, settings } = world;
  const body = decide.validateCreate(await decide.readObject(call.request, settings.maxBodyBytes, decide));
  decide.checkNames(body, settings.namesRequired);
  const action = decide.newAction(body, { caller, id: world.newId(), now: call.now });
  decide.checkRoute(action.vendorInformation, settings.vendors);
  const version = decide.save(reachableActions(task), action, operation);
  return decide.created(shown(task, version), decide.parsePreferences(call.request.headers.get('prefer')));
}
