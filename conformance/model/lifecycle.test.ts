import { expect, test } from 'vitest';
import { initialStatus, statuses } from '../../generated/lifecycle.js';
import {
  illegalTransitions,
  isBackwards,
  isFinal,
  isLegal,
  isPossibleLater,
  legalTransitions,
  reachable,
} from './lifecycle.js';

test('legal and illegal transitions together are every ordered pair of different statuses, once', () => {
  const all = [...legalTransitions(), ...illegalTransitions()].map(({ from, to }) => `${from} ${to}`);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(statuses.length * (statuses.length - 1));
});

test('a final status has no way out, every other one leads to a final one', () => {
  for (const status of statuses) {
    expect(reachable(status).size === 0).toBe(isFinal(status));
    if (!isFinal(status)) expect([...reachable(status)].some(isFinal)).toBe(true);
  }
});

test('everything can be reached from the initial status, and nothing leads back to it', () => {
  expect(reachable(initialStatus)).toEqual(new Set(statuses.filter((status) => status !== initialStatus)));
  for (const status of statuses) expect(reachable(status).has(status)).toBe(false);
});

test('staying is no step, and a cancel starts nothing', () => {
  for (const status of statuses) expect(isLegal(status, status)).toBe(false);
  expect(isLegal('NotStarted', 'Running', 'client')).toBe(true);
  expect(isLegal('NotStarted', 'Running', 'cancel')).toBe(false);
});

test('going back is told from going forward and from changing sides at the end', () => {
  expect(isBackwards('Running', 'NotStarted')).toBe(true);
  expect(isBackwards('Completed', 'Running')).toBe(true);
  expect(isBackwards('NotStarted', 'Completed')).toBe(false);
  expect(isBackwards('Completed', 'Failed')).toBe(false);
  expect(isPossibleLater('Completed', 'Failed')).toBe(false);
  expect(isPossibleLater('NotStarted', 'Failed')).toBe(true);
  expect(isPossibleLater('Running', 'Running')).toBe(true);
});
