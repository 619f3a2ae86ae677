import type { Difference } from '../../server/difference.js';
import { patchMakes } from '../changes.js';

/** A PATCH that stores these server-owned members as the client sent them. */
export function patchAdopts(...names: readonly string[]): Difference {
  return patchMakes((_, __, sent) => {
    const adopted = names.filter((name) => sent[name] !== undefined).map((name) => [name, sent[name]]);
    return adopted.length > 0 && Object.fromEntries(adopted);
  });
}
