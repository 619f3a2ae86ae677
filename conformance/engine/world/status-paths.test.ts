import { expect, test } from 'vitest';
import { finalStatuses, statuses } from '../../../generated/lifecycle.js';
import { isLegal } from '../../model/lifecycle.js';
import { statusPathName, statusPathsTo } from './status-paths.js';

test('there is one way to where one is, and none back', () => {
  expect(statusPathsTo('NotStarted')).toEqual([[]]);
  expect(statusPathsTo('NotStarted', 'Running')).toEqual([]);
});

test('every way is made of lawful steps of a client and ends where it should', () => {
  for (const to of statuses) {
    for (const way of statusPathsTo(to)) {
      const path = ['NotStarted' as const, ...way];
      expect(path.at(-1)).toBe(to);
      for (const [index, step] of way.entries()) expect(isLegal(path[index] ?? to, step, 'client')).toBe(true);
    }
  }
});

test('a final status is reached at once and by way of Running', () => {
  for (const to of finalStatuses)
    expect(statusPathsTo(to).map(statusPathName)).toContain(`NotStarted > Running > ${to}`);
  expect(finalStatuses.map((to) => statusPathsTo(to).length)).toEqual([2, 2]);
});
