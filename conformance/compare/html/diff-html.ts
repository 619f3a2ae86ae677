import { cut } from '../../report/format/text.js';
import { html, type Markup, prose } from '../../report/html/markup.js';
import { changeText, reasonText, runText, whereText } from '../change-text.js';
import { type DiffSettings, summary } from '../diff-text.js';
import type { Difference } from '../difference.js';
import { outcomeText } from '../matrix-cells.js';
import type { ComparedResult, ComparedRun } from '../run.js';
import { page, row, table } from './page.js';

/** Characters of a text from a target. */
const longest = 1_000;

/** A difference as one HTML file. */
export function diffHtml(difference: Difference, { statement }: Pick<DiffSettings, 'statement'>): string {
  const { a, b, verdicts, behaviour, notices } = difference;
  const verdictRows = verdicts.map((change) =>
    row([
      change.id,
      change.level,
      outcomeCell(change.before.outcome),
      outcomeCell(change.after.outcome),
      html`${prose(statement(change.id))}<br><span class="muted">${cut(reasonText(change), longest)}</span>`,
    ]),
  );
  const behaviourRows = behaviour.map((change) =>
    row([prose(change.what), cut(changeText(change), longest), cut(whereText(change), longest)]),
  );
  return page(
    `Difference of two runs: ${summary(difference)}`,
    html`<ul>${runItem('a', a)}${runItem('b', b)}</ul>
${notices.map((notice) => html`<p class="muted">${notice}</p>`)}
${
  verdicts.length > 0 &&
  html`<h2>Verdicts: ${verdicts.length}</h2>
${table('Verdicts', ['Requirement', 'Level', 'a', 'b', 'Statement and reason'], html`<tbody>${verdictRows}</tbody>`)}`
}
${
  behaviour.length > 0 &&
  html`<h2>Behaviour: ${behaviour.length}</h2>
${table('Behaviour', ['What', 'Change', 'Where'], html`<tbody>${behaviourRows}</tbody>`)}`
}`,
  );
}

/** An outcome in its colour. */
export function outcomeCell(outcome: ComparedResult['outcome'] | undefined): Markup {
  return html`<span class="${outcome ?? 'not-selected'}">${outcomeText(outcome)}</span>`;
}

function runItem(name: string, run: ComparedRun): Markup {
  return html`<li>${name}: <code>${run.file}</code>: ${cut(runText(run), longest)}</li>`;
}
