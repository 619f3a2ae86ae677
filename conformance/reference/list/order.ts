import type { Action } from '../action/action.js';
import { Refusal } from '../refusal.js';
import { type Comparable, properties } from './properties.js';

/** Whether the first of two actions comes before (negative) or after (positive) the second. */
export type Order = (left: Action, right: Action) => number;

/** The order that `$orderby` asks for (LIST-19); a property that cannot be ordered by is refused with 400. */
export function parseOrder(text: string): Order {
  const keys = text.split(',').map(keyOf);
  return (left, right) => {
    for (const { read, direction } of keys) {
      const difference = compare(read(left), read(right)) * direction;
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function keyOf(text: string): { read: (action: Action) => Comparable; direction: 1 | -1 } {
  const [, path = '', direction = 'asc'] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? [];
  const property = properties.get(path);
  if (!property)
    throw new Refusal(400, '$orderby takes properties with one value, each with asc or desc, divided by commas.');
  return { read: property.read, direction: direction.toLowerCase() === 'desc' ? -1 : 1 };
}

/** Null comes first in ascending order (LIST-20). */
function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}
