import { createHash } from 'node:crypto';
import { html, type Markup, type Piece, trusted } from '../../report/html/markup.js';
import { style } from './style.js';

const digest = createHash('sha256').update(style).digest('base64');

/** A page that loads nothing, runs nothing, and in which every text of a target is only text. */
export function page(title: string, content: Piece): string {
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`}`;
}

/** A table with a name, which scrolls if it is too wide. The first cell of a line of it is the head of that line. */
export function table(name: string, heads: readonly Piece[], body: Piece): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${body}</table></div>`;
}

export function row([head, ...cells]: readonly Piece[]): Markup {
  return html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
}
