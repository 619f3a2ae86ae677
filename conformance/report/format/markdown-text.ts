import { cut, printable } from './text.js';

const longest = 600;

/** Text without anything that Markdown or HTML would interpret. */
export function prose(text: string): string {
  return printable(cut(text, longest))
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#!|~@&]/g, (one) => (one === '<' ? '&lt;' : one === '&' ? '&amp;' : `\\${one}`));
}

/** Text in a code span; its fence is longer than any run of backticks in the text. */
export function code(text: string): string {
  const shown = printable(cut(text, longest)).replace(/\s+/g, ' ') || ' ';
  const longestRun = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence} ${shown} ${fence}`;
}
