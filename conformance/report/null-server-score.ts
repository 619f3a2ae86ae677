// Written by `npm run proof -- --write`. Do not edit.
import type { Level } from '../../generated/requirements.js';

/** The null server that holds most, and how much: what a target's own score is to be compared with. */
export const bestNullServer: { readonly name: string; readonly passed: Readonly<Record<Level, number>> } = {
  name: 'an empty object',
  passed: { MUST: 0, SHOULD: 0, MAY: 0 },
};
