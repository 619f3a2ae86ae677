import { inline, shortLabel, wrap } from '../report/format/text.js';
import type { DiffSettings } from './diff-text.js';
import type { Matrix } from './matrix.js';
import { legend, outcomeText, scoreTables } from './matrix-cells.js';

/** Characters of a label in the head of a column. */
const longestLabel = 32;

/** A matrix for the terminal. */
export function matrixText(matrix: Matrix, { paint, width }: Pick<DiffSettings, 'paint' | 'width'>): string {
  const { targets, rows } = matrix;
  const colour = (cell: string) => {
    const word = cell.trim();
    if (word === 'failed') return paint.red(cell);
    if (word === 'inconclusive') return paint.yellow(cell);
    return word === 'passed' ? cell : paint.dim(cell);
  };
  const outcomes = [
    ['requirement', 'level', ...targets.map(({ label }) => label)],
    ...rows.map((row) => [row.id, row.level, ...row.outcomes.map(outcomeText)]),
  ];
  return [
    ...targets.map(({ label, about }) => inline(`${label}: ${about}`)),
    '',
    ...scoreTables(matrix).flatMap((table) => [...aligned(table, (cell) => cell), '']),
    ...aligned(outcomes, colour),
    '',
    ...legend(matrix).flatMap((line) => wrap(line, width)),
    '',
  ].join('\n');
}

/** Columns of the width of their longest cell. */
function aligned(table: readonly (readonly string[])[], colour: (cell: string) => string): readonly string[] {
  const cells = table.map((row) => row.map((cell) => inline(shortLabel(cell, longestLabel))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row, index) =>
    row
      .map((cell, column) => {
        const padded = cell.padEnd(widths[column] ?? 0);
        return index === 0 || column === 0 ? padded : colour(padded);
      })
      .join('  ')
      .trimEnd(),
  );
}
