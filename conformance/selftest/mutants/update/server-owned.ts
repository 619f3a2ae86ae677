import type { Difference } from '../../server/difference.js';
import { patched } from '../changes.js';

/** A PATCH that takes over what belongs to the server. */
export function adopts(...names: readonly string[]): Difference {
  return patched((_, __, sent) => {
    const adopted = names.filter((name) => sent[name] !== undefined).map((name) => [name, sent[name]]);
    return adopted.length > 0 && Object.fromEntries(adopted);
  });
}
