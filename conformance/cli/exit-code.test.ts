import { expect, test } from 'vitest';
import { combinedExitCode } from './exit-code.js';

test.each<[codes: number[], combined: number]>([
  [[0], 0],
  [[0, 0], 0],
  [[66], 66],
  [[66, 66], 66],
  [[66, 0], 0],
  [[0, 66], 0],
  [[66, 64], 64],
  [[0, 64], 64],
  [[64, 77], 77],
  [[66, 77], 77],
  [[77, 69], 69],
  [[69, 3], 3],
  [[3, 2], 2],
  [[2, 1], 1],
  [[1, 70], 70],
  [[70, 130], 130],
  [[64, 66, 0, 77, 69, 3, 2, 1, 70], 70],
  [[64, 66, 0, 77, 69, 3, 2, 1], 1],
  [[64, 66, 0, 77, 69, 3, 2], 2],
  [[64, 66, 0, 77, 69, 3], 3],
  [[64, 66, 0, 77, 69], 69],
  [[64, 66, 0, 77], 77],
  [[64, 66, 0], 64],
  [[], 0],
])('the codes %j combine to %i, in either order', (codes, combined) => {
  expect(combinedExitCode(codes)).toBe(combined);
  expect(combinedExitCode([...codes].reverse())).toBe(combined);
});
