import type { Difference } from '../../server/difference.js';
import { valued } from './list.js';

export const numbers = ['$top', '$skip'];

/** A good value of an option counts as another one. */
export function number(name: string, as: (value: number) => number): Difference {
  return valued(name, (value) => (/^\d+$/.test(value) ? String(as(Number(value))) : value));
}
