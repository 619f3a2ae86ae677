import { preview } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, expectThat, expectUnchanged } from '../../engine/judge/expect.js';
import type { Action } from '../../engine/world/world.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { continues, historyOf, sameHistory } from '../../model/shown-action.js';

/** Whether a get shows the same status and history as before. */
export function isKept(after: Reply, before: Action): boolean {
  const { body } = after;
  const history = historyOf({ states: member(body, 'states') });
  return member(body, 'status') === before.status && sameHistory(history, historyOf(before));
}

/** Expects a get to show the same status and history as before. */
export function expectKept(after: Reply, before: Action): void {
  const { exchange } = after;
  const now = expectEntity(after);
  expectEqual(now.status, before.status, '/status', exchange);
  const holds = sameHistory(historyOf(now), historyOf(before));
  expectThat(holds, { expected: JSON.stringify(before.states), received: now.states, at: '/states', exchange });
}

/** Expects a get of an action that has moved by itself to show a status that may follow, and the history of before. */
export function expectNotBackwards(after: Reply, before: Action): void {
  const { exchange } = after;
  const now = expectEntity(after);
  const { status } = now;
  const follows = isStatus(before.status) && isStatus(status) && isPossibleLater(before.status, status);
  const expected = `${JSON.stringify(before.status)}, or a status after it`;
  expectThat(follows, { expected, received: preview(status), at: '/status', exchange });
  const holds = continues(historyOf(now), historyOf(before));
  const history = `a history that begins with ${JSON.stringify(before.states)}`;
  expectThat(holds, { expected: history, received: now.states, at: '/states', exchange });
}

/** Expects a get to show the same status, history, writable properties, completion time and error as before. */
export function expectNothingChanged(after: Reply, before: Action): void {
  expectKept(after, before);
  expectUnchanged(after, before, ['status', 'states']);
  for (const name of ['completedDateTime', 'errorInfo']) {
    expectEqual(member(after.body, name) ?? null, before[name] ?? null, `/${name}`, after.exchange);
  }
}
