// Written by `npm run proof -- --write`. Do not edit.
import type { Level } from '../../../generated/requirements.js';

/** The null server that holds most, and how much: what a target's own score is to be compared with. */
export const bestNullServer: { readonly name: string; readonly held: Readonly<Record<Level, number>> } = {
  name: 'the documented action in a list, behind a router',
  held: { MUST: 9, SHOULD: 2, MAY: 1 },
};
