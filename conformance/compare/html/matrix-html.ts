import { capitalized } from '../../report/format/text.js';
import { frame } from '../../report/html/frame.js';
import { html, type Markup, prose } from '../../report/html/markup.js';
import { sectionMarkup } from '../../report/html/section.js';
import { areaOf } from '../../report/record.js';
import type { DiffSettings } from '../diff-text.js';
import type { Matrix, MatrixRow } from '../matrix.js';
import { legend, scoreTables } from '../matrix-cells.js';
import { outcomeCell } from './diff-html.js';
import { foldingTable, table, tableLine } from './table.js';

const title = 'Outcomes by requirement and target';

/** A matrix as one HTML file. */
export function matrixHtml(matrix: Matrix, { statement }: Pick<DiffSettings, 'statement'>): string {
  const { targets, areas, rows } = matrix;
  const scores = scoreTables(matrix).map(([[by = '', ...labels] = [], ...cells]) =>
    table(
      `Scores by ${by}`,
      [capitalized(by), ...labels],
      html`<tbody>${cells.map((line) => tableLine(line))}</tbody>`,
    ),
  );
  const labels = targets.map(({ label }) => label);
  const requirement = ({ id, level, outcomes }: MatrixRow) =>
    tableLine(
      [id, level, prose(statement(id)), ...outcomes.map(outcomeCell)],
      [undefined, undefined, undefined, ...labels],
    );
  const heads = ['Requirement', 'Level', 'Statement', ...labels];
  const body = areas.map(({ area }): Markup => {
    const own = rows.filter(({ id }) => areaOf(id) === area);
    const head = html`<tr class="area"><th scope="rowgroup" colspan="${heads.length}">${area}</th></tr>`;
    return html`<tbody>${head}${own.map(requirement)}</tbody>\n`;
  });
  const sections = [
    { id: 'scores', title: 'Scores', content: html`${scores}` },
    {
      id: 'requirements',
      title: 'Requirements',
      count: rows.length,
      content: foldingTable('Requirements', heads, body),
    },
  ];
  return frame({
    title,
    sections: [{ id: 'content', title: 'Targets' }, ...sections],
    content: html`<h1>${title}</h1>
<ul>${targets.map(({ label, about }) => html`<li><strong>${label}</strong>: ${about}</li>`)}</ul>
${legend(matrix).map((line) => html`<p class="muted">${line}</p>`)}
${sections.map(sectionMarkup)}`,
  });
}
