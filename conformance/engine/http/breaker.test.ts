import { expect, test } from 'vitest';
import { collection } from '../testing.js';
import { Breaker, type Ending, slowEnding, weight } from './breaker.js';

const list = { method: 'GET', url: `${collection}?$top=1`, headers: {} };
const get = { method: 'GET', url: `${collection}/1`, headers: {} };
const hang: Ending = { cause: 'no response', kind: 'no-response' };

function breaker(maxBodyBytes = 10_000) {
  const clock = { ms: 0 };
  const one = new Breaker(() => clock.ms, maxBodyBytes);
  const note = (times: number, ending?: Ending, request = list) => {
    for (let count = 0; count < times; count++) one.note(request, ending);
  };
  return { clock, one, note, passes: (request = list) => expect(() => one.pass(request)) };
}

test('a cause is established when it comes eight times in a row for one kind of request', () => {
  const { note, passes } = breaker();
  note(7, hang);
  passes().not.toThrow();
  note(1, { cause: 'another', kind: 'unreadable' });
  note(7, hang);
  passes().not.toThrow();
  note(1, hang);
  passes().toThrow('GET of the collection was not sent: 8 such requests in a row ended in the same way: no response');
  passes(get).not.toThrow();
});

test('one request from time to time shows whether the cause is gone, less and less often', () => {
  const { clock, note, passes } = breaker();
  note(8, hang);
  for (const trialAt of [5_000, 15_000, 35_000]) {
    clock.ms = trialAt - 1;
    passes().toThrow();
    clock.ms = trialAt;
    passes().not.toThrow();
    passes().toThrow();
    note(1, hang);
  }
  note(1);
  passes().not.toThrow();
});

test('large bodies have a limit for the whole run, which other kinds of requests do not share', () => {
  const { one, passes } = breaker();
  one.note(list, undefined, 200_000);
  passes().not.toThrow();
  for (let count = 0; count < 4; count++) one.note(get, undefined, 100_000);
  passes().not.toThrow();
  one.note(list, undefined, 150_000);
  passes().toThrow(/^GET of the collection was not sent: responses to such requests are large, .* --max-body$/);
  passes(get).not.toThrow();
  for (let count = 0; count < 100; count++) one.note(get, undefined, 100_000);
  passes(get).not.toThrow();
});

test('large bodies establish a cause sooner, and those on their way then need not be read', () => {
  const { clock, one, passes } = breaker(1_000_000);
  const tooLong: Ending = { cause: 'the body is too long', kind: 'unreadable' };
  for (let count = 0; count < 3; count++) {
    passes().not.toThrow();
    expect(one.whyUnread(list)).toBeUndefined();
    one.note(list, tooLong, 1_000_000);
  }
  passes().toThrow('3 such requests in a row ended in the same way: the body is too long');
  expect(one.whyUnread(list)).toBe('3 such requests in a row ended in the same way: the body is too long');
  expect(one.whyUnread(get)).toBeUndefined();
  clock.ms = 5_000;
  expect(one.whyUnread(list)).toBeUndefined();
});

test('three requests that took the whole time limit one after the other establish it, and as many at the same time do not', () => {
  const { one, clock, passes } = breaker();
  const hangs = (since: number, times: number) => {
    clock.ms = since + 10_000;
    for (let count = 0; count < times; count++) one.note(list, { ...hang, hungSince: since });
  };
  hangs(0, 7);
  one.note(list);
  hangs(20_000, 3);
  hangs(25_000, 3);
  passes().not.toThrow();
  hangs(30_000, 1);
  passes().not.toThrow();
  one.note(list);
  for (const since of [50_000, 60_000, 70_000]) {
    passes().not.toThrow();
    hangs(since, 1);
  }
  passes().toThrow('3 such requests in a row');
  clock.ms += 29_999;
  passes().toThrow();
  clock.ms += 1;
  passes().not.toThrow();
});

/** Notes slow responses to these requests, one after the other or at the same time. */
function slowly({ clock, one }: ReturnType<typeof breaker>, requests: readonly (typeof list)[], together = false) {
  const began = clock.ms;
  for (const request of requests) {
    const startedAt = together ? began : clock.ms;
    clock.ms = startedAt + 2_501;
    one.note(request, slowEnding({ startedAt, endedAt: clock.ms }, 10_000));
  }
}

test('five slow responses of a kind, one after the other, establish that such requests are slow', () => {
  const made = breaker();
  const { note, passes } = made;
  slowly(made, [list, list, list, list]);
  note(1);
  slowly(made, [list, list, list, list]);
  slowly(made, [list]);
  note(1, undefined, get);
  passes(get).not.toThrow();
  passes().toThrow(/5 such requests in a row .* more than 2500 ms; --timeout 60000 makes/);
});

test('connections that are lost at the same time count once', () => {
  const { one, clock } = breaker();
  const lost = (since: number): Ending => ({ cause: 'socket hang up', kind: 'no-response', since });
  for (let round = 1; round <= 7; round++) {
    const since = clock.ms;
    clock.ms += 10;
    for (let request = 1; request <= 16; request++) one.note(list, lost(since));
  }
  expect(() => one.pass(list)).not.toThrow();
  one.note(list, lost(clock.ms));
  expect(() => one.pass(list)).toThrow(/8 such requests in a row ended in the same way: socket hang up/);
});

test('slow responses at the same time count once', () => {
  const made = breaker();
  for (const _ of [1, 2, 3, 4])
    slowly(
      made,
      Array.from({ length: 40 }, () => list),
      true,
    );
  made.passes().not.toThrow();
});

test.each([
  [2_500, 10_000, 0],
  [9_000, 40_000, 0],
  [2_400, 1_000, 0],
  [9_000, 10_000, 1_000_000],
])('a response after %d ms with a time limit of %d ms and %d characters is not slow', (ms, timeoutMs, characters) => {
  expect(slowEnding({ startedAt: 1, endedAt: 1 + ms }, timeoutMs, characters)).toBeUndefined();
});

test('slow responses to requests of all kinds establish that all are slow, and what ends actions is still sent', () => {
  const made = breaker();
  const cancel = { method: 'POST', url: `${collection}/1/cancelSecurityAction`, headers: {} };
  slowly(made, [list, get, list, get, list]);
  made.passes(get).toThrow(/^GET of one action was not sent: 5 such requests/);
  made.passes(cancel).not.toThrow();
  made.note(1);
  made.passes(get).not.toThrow();
});

test('large bodies of requests other than lists have a smaller limit, and many values weigh more than their characters', () => {
  const { one, passes } = breaker(1_000_000);
  for (let count = 0; count < 12; count++) one.note(list, undefined, weight(200_000, 10_000));
  passes().not.toThrow();
  for (let count = 0; count < 20; count++) one.note(get, undefined, weight(130_000, 12_500));
  passes(get).not.toThrow();
  one.note(get, undefined, weight(130_000, 12_500));
  passes(get).toThrow(/at most 4000000 bytes of large bodies of other responses in a run, at 16 for each value/);
  passes().not.toThrow();
});
