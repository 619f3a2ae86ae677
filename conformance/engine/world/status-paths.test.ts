import { expect, test } from 'vitest';
import { finalStatuses, statuses } from '../../../generated/lifecycle.js';
import { isAllowedTransition } from '../../model/lifecycle.js';
import { statusPathName, statusPathsTo } from './status-paths.js';

test('the path to the same status is empty, and there is none backwards', () => {
  expect(statusPathsTo('NotStarted')).toEqual([[]]);
  expect(statusPathsTo('NotStarted', 'Running')).toEqual([]);
});

test('every path has only allowed transitions of a client and ends in its status', () => {
  for (const to of statuses) {
    for (const steps of statusPathsTo(to)) {
      const path = ['NotStarted' as const, ...steps];
      expect(path.at(-1)).toBe(to);
      for (const [index, step] of steps.entries())
        expect(isAllowedTransition(path[index] ?? to, step, 'client')).toBe(true);
    }
  }
});

test('a final status is reached directly and through Running', () => {
  for (const to of finalStatuses)
    expect(statusPathsTo(to).map(statusPathName)).toContain(`NotStarted > Running > ${to}`);
  expect(finalStatuses.map((to) => statusPathsTo(to).length)).toEqual([2, 2]);
});
