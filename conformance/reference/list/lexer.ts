import { Rejection } from '../rejection.js';

/** A token of a filter. The value of a text has no quotes. */
export interface Token {
  readonly kind: 'text' | 'date' | 'number' | 'word' | 'mark';
  readonly value: string;
}

const maxLength = 4000;
const forms =
  /\s*(?:(?<mark>[()])|(?:(?:microsoft\.graph\.operationStatus)?'(?<text>(?:[^']|'')*)'|(?<date>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))|(?<number>-?\d+)|(?<word>[A-Za-z_][\w/]*))(?=[\s()]|$))/y;

/** Splits a filter into tokens. Unknown characters and a filter that is too long are rejected with 400 (LIST-18). */
export function tokens(filter: string): Token[] {
  if (filter.length > maxLength) throw new Rejection(400, `$filter is longer than ${maxLength} characters.`);
  const found: Token[] = [];
  const source = filter.trim();
  const scan = new RegExp(forms);
  while (scan.lastIndex < source.length) {
    const at = scan.lastIndex;
    const groups = scan.exec(source)?.groups;
    if (!groups) throw new Rejection(400, `$filter is not valid at position ${at}.`);
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
