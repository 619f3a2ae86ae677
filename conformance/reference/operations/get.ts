import type { Reply } from '../protocol/reply.js';
import { currentVersion, reachableActions, shown, type Task } from '../world.js';

/** GET of an action (GET-1 to GET-9). */
export function get(task: Task, id: string): Reply {
  const { decide } = task.world;
  const { select } = decide.parseItemQuery(task.call.url.searchParams);
  return decide.found(shown(task, currentVersion(task, reachableActions(task), id), select));
}
