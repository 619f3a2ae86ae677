import { html, type Markup, type Piece } from '../../report/html/markup.js';

/** A table with a name, which scrolls if it is too wide. */
export function table(name: string, heads: readonly Piece[], body: Piece, kind = ''): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="${kind}">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${body}</table></div>`;
}

/** The same, but in a narrow window each line is a block, with the cells one after the other. */
export function foldingTable(name: string, heads: readonly Piece[], body: Piece): Markup {
  return table(name, heads, body, 'folding');
}

/** A line of a table; its first cell is its head. A cell with a label shows it where the columns have no heads. */
export function tableLine([head, ...cells]: readonly Piece[], labels: readonly (string | undefined)[] = []): Markup {
  const cell = (content: Piece, label: string | undefined) =>
    label === undefined ? html`<td>${content}</td>` : html`<td data-label="${label}">${content}</td>`;
  return html`<tr><th scope="row" class="id">${head}</th>${cells.map((content, index) => cell(content, labels[index + 1]))}</tr>\n`;
}
