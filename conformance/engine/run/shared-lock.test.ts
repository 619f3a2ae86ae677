import { setImmediate as tick } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SharedLock } from './shared-lock.js';

/** A holder that runs until `end` is called and logs when it begins and ends. */
function doing(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const act = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { act, end: () => end() };
}

test('shared holders overlap, and an exclusive one waits for all of them', async () => {
  const log: string[] = [];
  const lock = new SharedLock();
  const [one, other, alone] = [doing(log, 'one'), doing(log, 'other'), doing(log, 'alone')];
  const all = [lock.shared(one.act), lock.exclusive(alone.act), lock.shared(other.act)];
  alone.end();
  one.end();
  await tick();
  expect(log).toEqual(['one begins', 'other begins', 'one ends']);
  other.end();
  expect(await Promise.all(all)).toEqual(['one', 'alone', 'other']);
  expect(log.slice(3)).toEqual(['other ends', 'alone begins', 'alone ends']);
});

test('nobody begins while one holds the lock exclusively, even when that one fails', async () => {
  const log: string[] = [];
  const lock = new SharedLock();
  const [alone, next, last] = [doing(log, 'alone'), doing(log, 'next'), doing(log, 'last')];
  const failing = lock.exclusive(async () => {
    await alone.act();
    throw new Error('failed');
  });
  const others = [lock.exclusive(next.act), lock.shared(last.act)];
  next.end();
  last.end();
  await tick();
  expect(log).toEqual(['alone begins']);
  alone.end();
  await expect(failing).rejects.toThrow('failed');
  await Promise.all(others);
  expect(log).toHaveLength(6);
  expect(log.slice(2).filter((_, index) => index % 2 === 0)).toEqual(
    expect.arrayContaining(['next begins', 'last begins']),
  );
});
