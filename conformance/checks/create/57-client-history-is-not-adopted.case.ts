import { isObject, member, type ObservedObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { expectOther, notAdopted, same } from './_not-adopted.js';

const otherDate = expectOther('lastActionDateTime');

/** A time to come and a past of several steps are no history that the server could have made itself. */
export default notAdopted(
  'CREATE-57',
  (world) => [
    { says: 'a time to come', body: { ...world.body(), ...{ lastActionDateTime: '2099-12-31T23:59:59.5Z' } } },
    { says: 'a whole past', body: { ...world.body(), ...{ states: past(world.draw.guid()) } } },
  ],
  (shown, sent, exchange) => {
    if (sent.lastActionDateTime !== undefined) otherDate(shown, sent, exchange);
    const adopted = objectsIn(shown.states).filter((entry) =>
      objectsIn(sent.states).some((made) => alike(entry, made)),
    );
    expectThat(adopted.length === 0, {
      message: 'entries that the client sent as states were adopted',
      expected: "the server's own history",
      received: adopted,
      at: '/states',
      exchange,
    });
  },
);

function past(appId: string): readonly object[] {
  const user = 'intruder@example.com';
  const entry = (status: string, minute: number) => ({
    appId,
    user,
    status,
    updatedDateTime: `2016-05-06T07:0${minute}:00Z`,
  });
  return [entry('NotStarted', 1), entry('Running', 2), entry('Completed', 3)];
}

function objectsIn(value: unknown): readonly ObservedObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether an entry has a time, user or application from the one that was sent. */
function alike(entry: ObservedObject, sent: ObservedObject): boolean {
  return ['updatedDateTime', 'user', 'appId'].some((name) => same(member(entry, name), member(sent, name)));
}
