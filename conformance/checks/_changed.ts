import { member, type Reply } from '../engine/evidence/reply.js';
import { expectThat } from '../engine/judge/expect.js';
import { changedByReading } from '../engine/world/changed-by-reading.js';
import type { Action, World } from '../engine/world/world.js';
import { ownProgress } from '../model/property-groups.js';
import { differing } from '../model/shown-action.js';

/** A get after a request, and the properties that reading alone changes (SURFACE-12). */
export interface ReadAfter {
  readonly after: Reply;
  readonly changing: readonly string[];
}

/** Reads an action; if it differs from before, once more, and a new action, whose differences are no effect of the request. */
export async function readAfter(world: World, before: Action): Promise<ReadAfter> {
  const after = await world.get(before.id);
  if (differing(after.body, before).length === 0) return { after, changing: [] };
  // Two dates with less than a millisecond between them count as the same.
  await world.clock.sleep(5);
  const again = differing((await world.get(before.id)).body, after.body);
  return { after, changing: [...again, ...(await changedByReading(world))] };
}

/** The same reading of an action that has moved by itself, which says nothing about the request. */
export function exceptOwnProgress({ after, changing }: ReadAfter): ReadAfter {
  return { after, changing: [...changing, ...ownProgress] };
}

/** The declared properties that a request changed, dates included. */
export function changedIn({ after, changing }: ReadAfter, before: Action): readonly string[] {
  return differing(after.body, before).filter((name) => !changing.includes(name));
}

/** Expects a get to show everything as before: what `request` names changes nothing, dates included. */
export function expectNoChange(seen: ReadAfter, before: Action, request: string): void {
  const changed = changedIn(seen, before);
  const { body, exchange } = seen.after;
  const shown = (of: unknown) =>
    JSON.stringify(Object.fromEntries(changed.map((name) => [name, member(of, name) ?? null])));
  expectThat(changed.length === 0, {
    message: `${request} changed ${changed.join(', ')}`,
    expected: shown(before),
    received: shown(body),
    at: `/${changed[0] ?? ''}`,
    exchange,
  });
}
