import { html, type Markup, type Piece } from '../../report/html/markup.js';

/** A table with a name, which scrolls if it is too wide. */
export function table(name: string, heads: readonly Piece[], body: Piece): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${body}</table></div>`;
}

/** A line of a table; its first cell is its head. */
export function tableLine([head, ...cells]: readonly Piece[]): Markup {
  return html`<tr><th scope="row" class="id">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
}
