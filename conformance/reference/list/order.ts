import type { StoredAction } from '../action/action.js';
import { Rejection } from '../rejection.js';
import { type Comparable, properties } from './properties.js';

/** Negative when the first action comes before the second, positive when it comes after. */
export type Order = (left: StoredAction, right: StoredAction) => number;

/** Parses `$orderby` (LIST-19). A property that cannot be compared is rejected with 400. */
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

function keyOf(text: string): { read: (action: StoredAction) => Comparable; direction: 1 | -1 } {
  const [, path = '', direction = 'asc'] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? [];
  const property = properties.get(path);
  if (!property)
    throw new Rejection(
      400,
      '$orderby must be a comma-separated list of properties that can be compared, each followed by asc, desc or nothing.',
    );
  return { read: property.read, direction: direction.toLowerCase() === 'desc' ? -1 : 1 };
}

/** Null comes first in ascending order (LIST-20). */
function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}
