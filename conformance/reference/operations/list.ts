import type { Page } from '../list/page.js';
import type { ListQuery } from '../list/query.js';
import type { ServerReply } from '../protocol/reply.js';
import type { Collection } from '../store.js';
import { advanced, type OperationTask, reachableActions } from '../world.js';

/** GET of the collection: one page of the caller's actions (LIST-1). */
export function listActions(task: OperationTask): ServerReply {
  const { decide, settings } = task.world;
  const query = decide.parseListQuery(task.call.url.searchParams);
  const preferences = decide.parsePreferences(task.call.request.headers.get('prefer'));
  const collection = reachableActions(task);
  if (settings.advanceAfter !== undefined) for (const version of collection.all()) advanced(task, collection, version);
  const asOf = query.skiptoken?.asOf ?? collection.revision;
  const size = query.skiptoken?.size ?? Math.min(settings.pageSize, preferences.maxPageSize ?? settings.pageSize);
  const page = decide.selectPage(decide.arrange(collection.asOf(asOf), query), query, {
    ...{ asOf, size },
    topLimits: settings.topLimits,
  });
  return decide.listed(
    {
      entities: entities(task, collection, page, query),
      metadata: `${task.call.origin}${settings.basePath}/$metadata`,
      ...(query.count && { count: page.total }),
      ...(page.next && { nextLink: decide.nextLink(task.call.url, page.next) }),
    },
    preferences,
  );
}

/** The current versions of the actions on a page. An action that no longer matches the filter is left out (LIST-17). */
function entities(
  { world, operation }: OperationTask,
  collection: Collection,
  page: Page,
  { filter, select }: ListQuery,
) {
  return page.actions.flatMap(({ id }) => {
    const version = world.decide.lookUp(collection, id, operation);
    return version && (filter?.(version.action) ?? true) ? [world.decide.present(version.action, select)] : [];
  });
}
