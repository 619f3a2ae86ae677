import { setImmediate as tick } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SharedLock } from './shared-lock.js';

/** Something that goes on until it is told to end, and writes down when it began and ended. */
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

test('what is done together overlaps, and what is done alone waits for all of it', async () => {
  const log: string[] = [];
  const turns = new SharedLock();
  const [one, other, alone] = [doing(log, 'one'), doing(log, 'other'), doing(log, 'alone')];
  const all = [turns.together(one.act), turns.alone(alone.act), turns.together(other.act)];
  alone.end();
  one.end();
  await tick();
  expect(log).toEqual(['one begins', 'other begins', 'one ends']);
  other.end();
  expect(await Promise.all(all)).toEqual(['one', 'alone', 'other']);
  expect(log.slice(3)).toEqual(['other ends', 'alone begins', 'alone ends']);
});

test('while one is alone nothing else begins, though it fails', async () => {
  const log: string[] = [];
  const turns = new SharedLock();
  const [alone, next, last] = [doing(log, 'alone'), doing(log, 'next'), doing(log, 'last')];
  const failing = turns.alone(async () => {
    await alone.act();
    throw new Error('failed');
  });
  const others = [turns.alone(next.act), turns.together(last.act)];
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
