import type { StoredAction } from '../action/action.js';
import { Rejection } from '../rejection.js';
import { type Token, tokens } from './lexer.js';
import { literal } from './literal.js';
import { type Comparable, properties } from './properties.js';

/** Returns true for an action that matches. */
export type Filter = (action: StoredAction) => boolean;

type Present = Exclude<Comparable, null>;

const ordered: Readonly<Record<string, (left: Present, right: Present) => boolean>> = {
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

const maxDepth = 100;

/**
 * Parses `$filter` (LIST-17): `eq ne gt ge lt le` between a property and a literal, combined with `and or not` and parentheses, with
 * their usual precedence. Anything else is rejected with 400 (LIST-18). Null equals only null and has no order.
 */
export function parseFilter(text: string): Filter {
  const words = tokens(text);
  let at = 0;
  let depth = 0;
  const peek = () => words[at];
  const take = () => words[at++] ?? invalid('it ends unexpectedly');
  const takes = (kind: Token['kind'], value: string) => {
    const token = peek();
    if (token?.kind !== kind || token.value.toLowerCase() !== value) return false;
    at += 1;
    return true;
  };
  const disjunction = (): Filter => {
    const parts = [conjunction()];
    while (takes('word', 'or')) parts.push(conjunction());
    return (action) => parts.some((part) => part(action));
  };
  const conjunction = (): Filter => {
    const parts = [operand()];
    while (takes('word', 'and')) parts.push(operand());
    return (action) => parts.every((part) => part(action));
  };
  const operand = (): Filter => {
    depth += 1;
    if (depth > maxDepth) invalid('it is nested too deeply');
    const filter = takes('word', 'not')
      ? negated(operand())
      : takes('mark', '(')
        ? group()
        : comparison(take(), take(), take());
    depth -= 1;
    return filter;
  };
  const group = (): Filter => {
    const inner = disjunction();
    return takes('mark', ')') ? inner : invalid('a parenthesis is not closed');
  };
  const filter = disjunction();
  return at === words.length ? filter : invalid(`'${peek()?.value}' is unexpected`);
}

function negated(filter: Filter): Filter {
  return (action) => !filter(action);
}

function comparison(name: Token, operator: Token, value: Token): Filter {
  const property = name.kind === 'word' ? properties.get(name.value) : undefined;
  if (!property) return invalid(`'${name.value}' is not a property that can be compared`);
  const expected = literal(value, property.kind);
  if (expected === undefined) return invalid(`'${value.value}' is not a valid value for ${name.value}`);
  const sign = operator.kind === 'word' ? operator.value.toLowerCase() : '';
  if (sign === 'eq') return (action) => property.read(action) === expected;
  if (sign === 'ne') return (action) => property.read(action) !== expected;
  const holds = ordered[sign] ?? invalid(`'${operator.value}' is not one of eq, ne, gt, ge, lt, le`);
  return (action) => {
    const found = property.read(action);
    return found !== null && expected !== null && holds(found, expected);
  };
}

function invalid(why: string): never {
  throw new Rejection(400, `$filter is not valid: ${why}.`);
}
