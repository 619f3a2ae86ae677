import type { ServerReply } from '../protocol/reply.js';
import { currentVersion, type OperationTask, reachableActions } from '../world.js';

/** POST of cancelSecurityAction (CANCEL-1 to CANCEL-15). As in an update, nothing is awaited between reading and saving the action. */
export async function cancelAction(task: OperationTask, id: string): Promise<ServerReply> {
  const { world, call, caller, operation } = task;
  const { decide, settings } = world;
  await decide.readNothing(call.request, settings.maxBodyBytes, decide);
  const collection = reachableActions(task);
  const before = currentVersion(task, collection, id);
  decide.checkPrecondition(call.request.headers.get('if-match'), before);
  const action = decide.cancel(before.action, { caller, at: decide.stamp(before.action, call.now) });
  if (action !== before.action) decide.save(collection, action, operation);
  return decide.cancelled();
}
