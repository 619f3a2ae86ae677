import type { Action } from '../action/action.js';
import { Refusal } from '../refusal.js';
import { type Token, tokens } from './lexer.js';
import { literal } from './literal.js';
import { type Comparable, properties } from './properties.js';

/** Whether an action is among those that a filter asks for. */
export type Filter = (action: Action) => boolean;

type Present = Exclude<Comparable, null>;

const ordered: Readonly<Record<string, (left: Present, right: Present) => boolean>> = {
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

const deepest = 100;

/**
 * The filter that `$filter` asks for (LIST-17): `eq ne gt ge lt le` between a property and a literal, joined by `and or not` and
 * parentheses, with their usual precedence. Anything else is refused with 400 (LIST-18). Null equals null alone and has no order.
 */
export function parseFilter(text: string): Filter {
  const words = tokens(text);
  let at = 0;
  let depth = 0;
  const peek = () => words[at];
  const take = () => words[at++] ?? broken('it ends too early');
  const takes = (kind: Token['kind'], value: string) => {
    const token = peek();
    if (token?.kind !== kind || token.value.toLowerCase() !== value) return false;
    at += 1;
    return true;
  };
  const either = (): Filter => {
    const parts = [both()];
    while (takes('word', 'or')) parts.push(both());
    return (action) => parts.some((part) => part(action));
  };
  const both = (): Filter => {
    const parts = [one()];
    while (takes('word', 'and')) parts.push(one());
    return (action) => parts.every((part) => part(action));
  };
  const one = (): Filter => {
    depth += 1;
    if (depth > deepest) broken('it is nested too deeply');
    const filter = takes('word', 'not')
      ? negated(one())
      : takes('mark', '(')
        ? enclosed()
        : comparison(take(), take(), take());
    depth -= 1;
    return filter;
  };
  const enclosed = (): Filter => {
    const inner = either();
    return takes('mark', ')') ? inner : broken('a parenthesis is not closed');
  };
  const filter = either();
  return at === words.length ? filter : broken(`nothing was expected at '${peek()?.value}'`);
}

function negated(filter: Filter): Filter {
  return (action) => !filter(action);
}

function comparison(name: Token, operator: Token, value: Token): Filter {
  const property = name.kind === 'word' ? properties.get(name.value) : undefined;
  if (!property) return broken(`'${name.value}' is not a property with one value`);
  const wanted = literal(value, property.kind);
  if (wanted === undefined) return broken(`'${value.value}' is not a value of ${name.value}`);
  const sign = operator.kind === 'word' ? operator.value.toLowerCase() : '';
  if (sign === 'eq') return (action) => property.read(action) === wanted;
  if (sign === 'ne') return (action) => property.read(action) !== wanted;
  const holds = ordered[sign] ?? broken(`'${operator.value}' is not one of eq, ne, gt, ge, lt, le`);
  return (action) => {
    const found = property.read(action);
    return found !== null && wanted !== null && holds(found, wanted);
  };
}

function broken(why: string): never {
  throw new Refusal(400, `$filter cannot be read: ${why}.`);
}
