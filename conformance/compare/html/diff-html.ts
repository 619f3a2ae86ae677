import { capitalized, cut } from '../../report/format/text.js';
import { frame } from '../../report/html/frame.js';
import { html, type Markup, prose } from '../../report/html/markup.js';
import { sectionMarkup } from '../../report/html/section.js';
import { changeText, reasonText, runText, whereText } from '../change-text.js';
import { type DiffSettings, summary } from '../diff-text.js';
import type { Difference } from '../difference.js';
import { outcomeText } from '../matrix-cells.js';
import type { ComparedResult, ComparedRun } from '../run.js';
import { foldingTable, tableLine } from './table.js';

/** Characters of a text from a target. */
const longest = 1_000;

/** A difference as one HTML file. */
export function diffHtml(difference: Difference, { statement }: Pick<DiffSettings, 'statement'>): string {
  const { a, b, verdicts, behaviour, notices } = difference;
  const verdictRows = verdicts.map((change) =>
    tableLine(
      [
        change.id,
        change.level,
        outcomeCell(change.before.outcome),
        outcomeCell(change.after.outcome),
        html`${prose(statement(change.id))}<br><span class="muted">${prose(cut(reasonText(change), longest))}</span>`,
      ],
      [undefined, undefined, 'a', 'b'],
    ),
  );
  const behaviourRows = behaviour.map((change) =>
    tableLine([prose(change.what), prose(cut(changeText(change), longest)), prose(cut(whereText(change), longest))]),
  );
  const sections = [
    {
      id: 'verdicts',
      title: 'Verdicts',
      count: verdicts.length,
      content: foldingTable(
        'Verdicts',
        ['Requirement', 'Level', 'a', 'b', 'Statement'],
        html`<tbody>${verdictRows}</tbody>`,
      ),
    },
    {
      id: 'behaviour',
      title: 'Behaviour',
      count: behaviour.length,
      content: foldingTable('Behaviour', ['What', 'Change', 'Where'], html`<tbody>${behaviourRows}</tbody>`),
    },
  ].filter(({ count }) => count > 0);
  return frame({
    title: `Difference of two runs: ${summary(difference)}`,
    sections: [{ id: 'content', title: 'Difference' }, ...sections],
    content: html`<h1>Difference of two runs: ${summary(difference)}</h1>
<ul>${runItem('a', a)}${runItem('b', b)}</ul>
${notices.map((notice) => html`<p class="muted">${capitalized(notice)}.</p>`)}
${sections.map(sectionMarkup)}`,
  });
}

/** An outcome in its colour. */
export function outcomeCell(outcome: ComparedResult['outcome'] | undefined): Markup {
  return html`<span class="outcome ${outcome ?? 'not-selected'}">${outcomeText(outcome)}</span>`;
}

function runItem(name: string, run: ComparedRun): Markup {
  return html`<li>${name}: <code>${run.file}</code>: ${cut(runText(run), longest)}</li>`;
}
