import { isObject } from '../../../engine/evidence/reply.js';
import type { Difference } from '../../server/difference.js';
import type { Json } from '../../server/wire.js';
import { reads, withPairs } from './create.js';

/** A create that takes something good in place of wrong parameters. */
export function readsParameters(edit: (parameters: unknown) => unknown): Difference {
  return reads((body) => ({ ...body, parameters: edit(body.parameters) }));
}

/** The same for each pair. */
export function readsPairs(edit: (pair: Json) => Json): Difference {
  return reads((body) => withPairs(body, (pair) => (isObject(pair) ? edit(pair) : pair)));
}
