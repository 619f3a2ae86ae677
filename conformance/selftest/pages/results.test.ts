import { expect, test } from 'vitest';
import type { Report } from '../run/report.js';
import { resultsOf } from './results.js';

const effort = { whole: false, seed: 1 };

function mutantReport(index: number, defect: string): Report {
  const mutant = { requirement: 'GET-1' as const, defect, killed: true, seeds: [1] };
  return { kind: 'mutant', index, name: defect, problems: [], mutant, durationMs: 1 };
}

test('results are in the order of the tasks, whatever the order of the reports', () => {
  const { mutants, mode } = resultsOf([mutantReport(1, 'second'), mutantReport(0, 'first')], effort, 5);
  expect(mutants.map(({ defect }) => defect)).toEqual(['first', 'second']);
  expect(mode).toBe('sample');
});

test('a task without a result stops the recording', () => {
  const broken: Report = { kind: 'variant', index: 0, name: 'number 0', problems: ['the kit failed'], durationMs: 1 };
  expect(() => resultsOf([mutantReport(0, 'first'), broken], effort, 5)).toThrow(
    /1 of 2 tasks ended without a result, first variant number 0; nothing was written/,
  );
});
