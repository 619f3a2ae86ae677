import type { Difference } from '../../server/difference.js';
import { readsOption } from './list.js';

export const numericOptions = ['$top', '$skip'];

/** Changes the value of a query option that is a valid number. */
export function readsNumber(name: string, as: (value: number) => number): Difference {
  return readsOption(name, (value) => (/^\d+$/.test(value) ? String(as(Number(value))) : value));
}
