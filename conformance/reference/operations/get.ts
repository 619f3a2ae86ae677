import type { ServerReply } from '../protocol/reply.js';
import { currentVersion, type OperationTask, reachableActions, shown } from '../world.js';

/** GET of an action (GET-1 to GET-9). */
export function get(task: OperationTask, id: string): ServerReply {
  const { decide } = task.world;
  const { select } = decide.parseItemQuery(task.call.url.searchParams);
  return decide.found(shown(task, currentVersion(task, reachableActions(task), id), select));
}
