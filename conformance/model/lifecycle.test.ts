import { expect, test } from 'vitest';
import { initialStatus, type OperationStatus, statuses } from '../../generated/lifecycle.js';
import {
  allowedTransitions,
  forbiddenTransitions,
  isAllowedTransition,
  isBackwards,
  isFinal,
  isPossibleLater,
  pathTo,
} from './lifecycle.js';

test('allowed and forbidden transitions together are every ordered pair of different statuses, once', () => {
  const all = [...allowedTransitions(), ...forbiddenTransitions()].map(({ from, to }) => `${from} ${to}`);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(statuses.length * (statuses.length - 1));
});

const later = (from: OperationStatus) => statuses.filter((to) => to !== from && isPossibleLater(from, to));

test('no transition leaves a final status, and every other status leads to a final one', () => {
  for (const status of statuses) {
    expect(later(status).length === 0).toBe(isFinal(status));
    if (!isFinal(status)) expect(later(status).some(isFinal)).toBe(true);
  }
});

test('every status can be reached from the initial one, and no transition leads back to it', () => {
  expect(later(initialStatus)).toEqual(statuses.filter((status) => status !== initialStatus));
  for (const { from, to } of allowedTransitions()) expect(isPossibleLater(to, from)).toBe(false);
});

test('setting the same status is not a transition, and a cancel does not start an action', () => {
  for (const status of statuses) expect(isAllowedTransition(status, status)).toBe(false);
  expect(isAllowedTransition('NotStarted', 'Running', 'client')).toBe(true);
  expect(isAllowedTransition('NotStarted', 'Running', 'cancel')).toBe(false);
});

test('isBackwards is true only for an earlier status, not for a later or another final one', () => {
  expect(isBackwards('Running', 'NotStarted')).toBe(true);
  expect(isBackwards('Completed', 'Running')).toBe(true);
  expect(isBackwards('NotStarted', 'Completed')).toBe(false);
  expect(isBackwards('Completed', 'Failed')).toBe(false);
  expect(isPossibleLater('Completed', 'Failed')).toBe(false);
  expect(isPossibleLater('NotStarted', 'Failed')).toBe(true);
  expect(isPossibleLater('Running', 'Running')).toBe(true);
});

test('pathTo has the fewest transitions, and only those that the actor may cause', () => {
  expect(pathTo('NotStarted', 'Failed', 'client')).toEqual(['Failed']);
  expect(pathTo('NotStarted', 'Running', 'client')).toEqual(['Running']);
  expect(pathTo('NotStarted', 'Running', 'cancel')).toEqual([]);
  expect(pathTo('Running', 'Running')).toEqual([]);
  expect(pathTo('Failed', 'Running')).toEqual([]);
});
