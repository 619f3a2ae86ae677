import { prose } from '../report/format/markdown-text.js';
import { areaOf } from '../report/record.js';
import type { DiffSettings } from './diff-text.js';
import type { Matrix } from './matrix.js';
import { legend, outcomeText, scoreTables } from './matrix-cells.js';

/** A matrix as a Markdown page that begins with these paragraphs. */
export function matrixMarkdown(
  matrix: Matrix,
  { statement }: Pick<DiffSettings, 'statement'>,
  start: readonly string[] = ['# Outcomes by requirement and target'],
): string {
  const { targets, areas, rows } = matrix;
  return `${[
    ...start,
    targets.map(({ label, about }) => `- **${prose(label)}**: ${prose(about)}`).join('\n'),
    legend(matrix).map(prose).join(' '),
    '## Scores',
    ...scoreTables(matrix).map((all) => table(all.map((row) => row.map(prose)))),
    '## Requirements',
    ...areas.flatMap(({ area }) => [
      `### ${prose(area)}`,
      table([
        ['requirement', 'level', ...targets.map(({ label }) => prose(label))],
        ...rows
          .filter(({ id }) => areaOf(id) === area)
          .map(({ id, level, outcomes }) => [
            `**${id}** ${prose(statement(id))}`,
            level,
            ...outcomes.map((outcome) => (outcome === 'failed' ? '**failed**' : outcomeText(outcome))),
          ]),
      ]),
    ]),
  ].join('\n\n')}\n`;
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n');
}
