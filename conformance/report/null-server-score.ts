// Written by `npm run selftest -- --write`. Do not edit.
import type { Result } from '../engine/run/outcome.js';

/** The null server that passes most requirements, and how many it passes: the baseline for the score of a target. */
export const bestNullServer: { readonly name: string; readonly passed: Readonly<Record<Result['level'], number>> } = {
  name: 'the body of the request',
  passed: { MUST: 0, SHOULD: 2, MAY: 0 },
};
