import { cut, printable } from './text.js';

const longest = 600;

/** Text without anything that Markdown or HTML would interpret. */
export function prose(text: string): string {
  return printable(cut(text, longest))
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#!|~@&]/g, (one) => (one === '<' ? '&lt;' : one === '&' ? '&amp;' : `\\${one}`));
}

/** A text of the kit itself, in which what stands between backticks is code. */
export function ownText(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 0 ? prose(part) : `\`${part}\``))
    .join('');
}

/** Lines in a block of code; its fence is longer than any run of backticks in them. */
export function block(lines: readonly string[]): readonly string[] {
  const shown = lines.flatMap((line) => printable(line).split('\n'));
  const fence = fenceFor(shown.join('\n'), 3);
  return [fence, ...shown, fence];
}

/** Text in a code span; its fence is longer than any run of backticks in the text. */
export function code(text: string): string {
  const shown = printable(cut(text, longest)).replace(/\s+/g, ' ') || ' ';
  const fence = fenceFor(shown, 1);
  return `${fence} ${shown} ${fence}`;
}

function fenceFor(text: string, least: number): string {
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longestRun + 1));
}
