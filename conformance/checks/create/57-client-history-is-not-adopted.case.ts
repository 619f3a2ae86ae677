import { isObject, member, type ObservedObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { expectNotAdopted, isSameValue, notAdopted } from './_not-adopted.js';

const expectOwnDate = expectNotAdopted('lastActionDateTime');

/** The server cannot have produced a time in the future or a history of several steps itself. */
export default notAdopted(
  'CREATE-57',
  (world) => [
    { name: 'a time in the future', body: { ...world.body(), ...{ lastActionDateTime: '2099-12-31T23:59:59.5Z' } } },
    { name: 'a whole history', body: { ...world.body(), ...{ states: forgedHistory(world.draw.guid()) } } },
  ],
  (shown, sent, exchange) => {
    if (sent.lastActionDateTime !== undefined) expectOwnDate(shown, sent, exchange);
    const adopted = objectsIn(shown.states).filter((entry) =>
      objectsIn(sent.states).some((sentEntry) => isCopied(entry, sentEntry)),
    );
    expectThat(adopted.length === 0, {
      message: 'the server adopted entries of states that the client sent',
      expected: "the server's own history",
      received: adopted,
      at: '/states',
      exchange,
    });
  },
);

function forgedHistory(appId: string): readonly object[] {
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

/** Whether an entry has the time, user or application of the one that was sent. */
function isCopied(entry: ObservedObject, sent: ObservedObject): boolean {
  return ['updatedDateTime', 'user', 'appId'].some((name) => isSameValue(member(entry, name), member(sent, name)));
}
