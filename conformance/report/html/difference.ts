import { type Change, diffLines, diffWordsWithSpace } from 'diff';
import { jsonLines } from './json-lines.js';
import { html, type Markup, type Piece } from './markup.js';

/** Edits after which two texts count as different everywhere. */
const mostEdits = 400;

/** Expected and received: two JSON structures as one listing with the lines that differ, other texts side by side with the words that differ. */
export function difference(expected: string, received: string): Markup {
  const [before, after] = [structure(expected), structure(received)];
  const lines = before && after && diffLines(before, after, { maxEditLength: mostEdits });
  if (lines) return listing(lines);
  const words = diffWordsWithSpace(expected, received, { maxEditLength: mostEdits });
  const changes = words && isSimilar(words) ? words : undefined;
  const kept = (side: 'added' | 'removed', text: string): Piece =>
    changes ? changes.filter((one) => one[side] || !(one.added || one.removed)).map((one) => marked(one)) : text;
  return html`<div class="sides">
<div class="side expected"><h4>Expected</h4><pre>${kept('removed', expected)}</pre></div>
<div class="side received"><h4>Received</h4><pre>${kept('added', received)}</pre></div>
</div>`;
}

/** The lines of a JSON object or array; `undefined` for any other text. */
function structure(text: string): string | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const lines = jsonLines(text, 0);
  // A comma at the end of a line would make the last member differ when one is added after it.
  return lines && lines.length > 1 ? lines.map((line) => `${line.text.replace(/,$/, '')}\n`).join('') : undefined;
}

function listing(changes: readonly Change[]): Markup {
  const lines = changes.flatMap((change) =>
    change.value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ text, sign: change.added ? '+' : change.removed ? '−' : ' ', change })),
  );
  return html`<div class="structure"><h4><del>− expected</del> <ins>+ received</ins></h4><pre>${lines.map(
    ({ text, sign, change }) => {
      if (change.added) return html`<ins>${`${sign} ${text}`}</ins>\n`;
      return change.removed ? html`<del>${`${sign} ${text}`}</del>\n` : `${sign} ${text}\n`;
    },
  )}</pre></div>`;
}

/** Whether enough is equal for marks to help. */
function isSimilar(changes: readonly Change[]): boolean {
  const size = (some: readonly Change[]) => some.reduce((sum, { value }) => sum + value.length, 0);
  return size(changes.filter(({ added, removed }) => !added && !removed)) * 2.5 >= size(changes);
}

function marked({ value, added, removed }: Change): Piece {
  if (added) return html`<ins>${value}</ins>`;
  return removed ? html`<del>${value}</del>` : value;
}
