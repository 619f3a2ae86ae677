import { Refusal } from '../refusal.js';

/** A word of a filter. A text has its quotes taken off. */
export interface Token {
  readonly kind: 'text' | 'date' | 'number' | 'word' | 'mark';
  readonly value: string;
}

const longest = 4000;
const forms =
  /\s*(?:(?<mark>[()])|(?:(?:microsoft\.graph\.operationStatus)?'(?<text>(?:[^']|'')*)'|(?<date>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))|(?<number>-?\d+)|(?<word>[A-Za-z_][\w/]*))(?=[\s()]|$))/y;

/** A filter's words; what is none is refused with 400, and so is a filter that is too long to be meant (LIST-18). */
export function tokens(filter: string): Token[] {
  if (filter.length > longest) throw new Refusal(400, `$filter is longer than ${longest} characters.`);
  const found: Token[] = [];
  const source = filter.trim();
  const scan = new RegExp(forms);
  while (scan.lastIndex < source.length) {
    const at = scan.lastIndex;
    const groups = scan.exec(source)?.groups;
    if (!groups) throw new Refusal(400, `$filter cannot be read at position ${at}.`);
    found.push(tokenOf(groups));
  }
  return found;
}

function tokenOf({ text, date, number, word, mark }: Readonly<Record<string, string | undefined>>): Token {
  if (text !== undefined) return { kind: 'text', value: text.replaceAll("''", "'") };
  if (date !== undefined) return { kind: 'date', value: date };
  if (number !== undefined) return { kind: 'number', value: number };
  if (word !== undefined) return { kind: 'word', value: word };
  return { kind: 'mark', value: mark ?? '' };
}
