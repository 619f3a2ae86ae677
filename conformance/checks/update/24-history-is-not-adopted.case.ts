import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { type Action, statusPatch } from '../../engine/world/world.js';
import { continues, historyOf } from '../../model/history.js';
import { instant, millisecond } from '../../model/instant.js';
import { accepted } from './_patch.js';
import { expectIgnoredOrRefused, forge } from './_server-owned.js';

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

/** The action is running, so that its history has an entry to lose. */
export default scenario('UPDATE-24', {
  each: inputs,
  named: (input) => JSON.stringify(input),
  given: async (world) => {
    const { id } = await world.action();
    await accepted(world, id, statusPatch('Running'));
    await accepted(world, id, { actionReason: world.text('Lawful') });
    return world.read(id);
  },
  when: forge,
  then: (seen, action) => {
    for (const { reply, after } of seen) {
      expectIgnoredOrRefused(reply);
      expectOwn(after, action);
    }
  },
});

/** Its own history, longer perhaps by what the target did itself, and a time of the last change that nobody sent. */
function expectOwn(after: Reply, before: Action): void {
  const { exchange } = after;
  const { states, status, lastActionDateTime } = expectEntity(after, 200, 206);
  const [now, was] = [historyOf({ states }), historyOf(before)];
  const added = now.length - was.length;
  const own =
    continues(now, was) && (status === before.status ? added === 0 : now.every(({ appId }) => appId !== 'forged'));
  expectThat(own, { expected: JSON.stringify(before.states ?? null), received: states, at: '/states', exchange });
  const [last, earlier] = [instant(lastActionDateTime), instant(before.lastActionDateTime)];
  const kept = last !== instant(future) && (last ?? 0n) + millisecond > (earlier ?? 0n);
  const expected = `the server's own time, not before ${before.lastActionDateTime}`;
  expectThat(kept, { expected, received: lastActionDateTime, at: '/lastActionDateTime', exchange });
}
