import { raw, html as template } from 'hono/html';
import { printable } from '../format/text.js';

/** HTML whose texts are escaped. */
export type Markup = ReturnType<typeof raw>;

/** What a template takes: texts are escaped, and `false` and `undefined` are left out. */
export type Piece = string | number | false | undefined | Markup | readonly Piece[];

/** HTML of a template. Every text in it is escaped, and characters that a browser would not show are written as in {@link printable}. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return template(strings, ...pieces.map(visible)) as Markup;
}

function visible(piece: Piece): unknown {
  if (typeof piece === 'string') return printable(piece);
  return Array.isArray(piece) ? piece.map(visible) : piece;
}

/** HTML of this package itself, such as its style sheet. Never of a text that comes from a target or a record. */
export function trusted(content: string): Markup {
  return raw(content);
}

/** Text in which backticks mark code. */
export function prose(text: string): Piece {
  const parts = text.split('`');
  // A backtick without its partner is a character like any other.
  if (parts.length % 2 === 0) return text;
  return parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** A link to a document, or only its text if the address does not begin with http: or https:. */
export function link(url: string | undefined, text: Piece): Markup {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return html`${text}`;
  return html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
}
