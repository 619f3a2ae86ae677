import { html, type Markup, type Piece } from './markup.js';

/** A command that can be copied. */
export function command(label: string, text: string): Markup {
  return html`<div class="command"><span class="label">${label}</span><pre tabindex="0" aria-label="${label}">${words(text)}</pre></div>`;
}

/** The command with a box around each word, so that a line ends between two words: after a comma, and not between an option and its value. */
function words(text: string): readonly Piece[] {
  const all = text.match(/\s+|--[\w-]+ [^\s,'"-][^\s,]*,?|[^\s,]+,?(?: \\)?|,/g) ?? [];
  return all.map((word) => (/^\s/.test(word) ? word : html`<span>${word}</span>`));
}
