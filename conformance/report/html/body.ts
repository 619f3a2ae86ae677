import { cut, plural } from '../format/text.js';
import { type JsonLine, jsonLines } from './json-lines.js';
import { html, type Markup } from './markup.js';

/** A body: JSON with a line for each member, in which the value at `at` is marked, and anything else as it was received. */
export function body(text: string, most: number, at?: string): Markup {
  const lines = jsonLines(text);
  if (!lines) return html`<pre class="body" tabindex="0">${cut(text, most)}</pre>`;
  let left = most;
  const shown = lines.filter((line, index) => {
    left -= line.text.length;
    return index === 0 || left >= 0;
  });
  const rest = lines.length - shown.length;
  return html`<pre class="body" tabindex="0">${shown.map((line) => {
    const whole = cut(line.text, most);
    return hasValueAt(line, at) ? html`<mark>${whole}</mark>\n` : `${whole}\n`;
  })}${rest > 0 && `… and ${plural(rest, 'more line')}`}</pre>`;
}

function hasValueAt({ at, isWhole }: JsonLine, place: string | undefined): boolean {
  if (place === undefined || place === '' || at === undefined) return false;
  return at === place || (isWhole === true && place.startsWith(`${at}/`));
}
