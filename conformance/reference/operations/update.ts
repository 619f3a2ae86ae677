import type { ServerReply } from '../protocol/reply.js';
import { currentVersion, type OperationTask, reachableActions, shown } from '../world.js';

/**
 * PATCH of an action (UPDATE-1 to UPDATE-24). Nothing is awaited between reading and saving the action, so that updates and cancels of
 * one action take effect one after the other (LIFECYCLE-16).
 */
export async function update(task: OperationTask, id: string): Promise<ServerReply> {
  const { world, call, caller, operation } = task;
  const { decide, settings } = world;
  const patch = decide.validateUpdate(await decide.readObject(call.request, settings.maxBodyBytes, decide));
  const collection = reachableActions(task);
  const before = currentVersion(task, collection, id);
  decide.checkPrecondition(call.request.headers.get('if-match'), before);
  const at = decide.stamp(before.action, call.now);
  const action = decide.applyPatch(before.action, patch, { caller, at, transition: decide.transition });
  if (patch.vendorInformation !== undefined) decide.checkRoute(action.vendorInformation, settings.vendors);
  const after = action === before.action ? before : decide.save(collection, action, operation);
  return decide.updated(shown(task, after), decide.parsePreferences(call.request.headers.get('prefer')));
}
