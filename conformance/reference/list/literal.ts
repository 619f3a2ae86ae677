import { statuses } from '../../../generated/lifecycle.js';
import { epochMilliseconds, toUtc } from '../action/instant.js';
import type { Token } from './lexer.js';
import type { Comparable, Property } from './properties.js';

const names: readonly string[] = statuses;

/** The value of a literal that is compared with a property of that kind; `undefined` when the literal is not valid for it. */
export function literal(token: Token, kind: Property['kind']): Comparable | undefined {
  if (token.kind === 'word') return token.value === 'null' ? null : undefined;
  if (kind === 'text') return token.kind === 'text' ? token.value : undefined;
  if (kind === 'number') return token.kind === 'number' ? Number(token.value) : undefined;
  if (kind === 'date') return token.kind === 'date' ? instant(token.value) : undefined;
  const position = token.kind === 'text' ? names.indexOf(token.value) : -1;
  return position < 0 ? undefined : position;
}

function instant(text: string): number | undefined {
  const utc = toUtc(text);
  return utc === undefined ? undefined : epochMilliseconds(utc);
}
