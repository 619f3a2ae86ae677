import { expect, test } from 'vitest';
import { collection } from '../testing.js';
import { Breaker, type Ending } from './breaker.js';

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
