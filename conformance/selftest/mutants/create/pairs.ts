import type { Json } from '../../server/wire.js';
import { makes, pairsIn } from './create.js';

/** A create that stores other pairs than those sent. */
export function rewritesPairs(edit: (pairs: readonly Json[]) => readonly Json[]) {
  return makes((action) => ({ parameters: edit(pairsIn(action)) }));
}
