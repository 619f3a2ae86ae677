import { isObject } from '../../../engine/evidence/reply.js';
import type { Difference } from '../../server/difference.js';
import type { Json } from '../../server/wire.js';
import { reads, withPairs } from './create.js';

/** A create that changes `parameters` before it validates them. */
export function readsParameters(edit: (parameters: unknown) => unknown): Difference {
  return reads((body) => ({ ...body, parameters: edit(body.parameters) }));
}

/** A create that changes each pair before it validates it. */
export function readsPairs(edit: (pair: Json) => Json): Difference {
  return reads((body) => withPairs(body, (pair) => (isObject(pair) ? edit(pair) : pair)));
}
