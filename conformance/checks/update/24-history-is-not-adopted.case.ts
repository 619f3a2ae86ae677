import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';
import { continues, historyOf } from '../../model/shown-action.js';
import { requirePatch } from './_patch.js';
import { expectIgnoredOrRejected, hasSeveral, sendForged } from './_server-owned.js';

const past = '2001-02-03T04:05:06Z';
const future = '2099-12-31T23:59:59Z';
const entry = (status: string) => ({ appId: 'forged', user: 'forged@example.com', status, updatedDateTime: past });
const inputs: readonly object[] = [
  { states: [] },
  { states: [entry('Failed')] },
  { states: [entry('NotStarted'), entry('Running'), entry('Completed')] },
  { states: null },
  { lastActionDateTime: past },
  { lastActionDateTime: future },
  { states: [entry('Completed')], lastActionDateTime: future },
];

/** The action is Running, so that its history has an entry that a PATCH could remove. */
export default scenario('UPDATE-24', {
  inTurn: true,
  each: inputs,
  named: (input) => JSON.stringify(input),
  given: (world) => actionInTurn(world, { make: () => runningAction(world) }),
  when: (world, action, forged) => sendForged(world, action, forged, hasSeveral(forged)),
  then: (seen, action) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRejected(reply);
      expectOwnHistory(after, action);
    }
  },
});

async function runningAction(world: World): Promise<Action> {
  const { id } = await world.action();
  const { status, exchange } = await world.update(id, statusPatch('Running'));
  // An action that has moved by itself has such an entry, too.
  if (status >= 300 && status !== 409)
    throw new Inconclusive(`the PATCH to Running responded with ${status}`, exchange);
  await requirePatch(world, id, { actionReason: world.text('Allowed change') });
  return world.read(id);
}

/** Expects the history of before, plus entries for the target's own progress, and a lastActionDateTime that is not the forged one. */
function expectOwnHistory(after: Reply, before: Action): void {
  const { exchange } = after;
  const { states, status, lastActionDateTime } = expectEntity(after);
  const [now, was] = [historyOf({ states }), historyOf(before)];
  const added = now.length - was.length;
  const isOwn =
    continues(now, was) && (status === before.status ? added === 0 : now.every(({ appId }) => appId !== 'forged'));
  expectThat(isOwn, { expected: JSON.stringify(before.states ?? null), received: states, at: '/states', exchange });
  const [last, earlier] = [instant(lastActionDateTime), instant(before.lastActionDateTime)];
  const isKept = last !== instant(future) && (last ?? 0n) + millisecond > (earlier ?? 0n);
  const expected = `a time that the server chose, not before ${before.lastActionDateTime}`;
  expectThat(isKept, { expected, received: preview(lastActionDateTime), at: '/lastActionDateTime', exchange });
}
