import type { Difference } from '../../server/difference.js';
import { editJson, on } from '../../server/wire.js';

/** What stands in `value`, or in its place. */
export function values(edit: (elements: readonly unknown[]) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), ({ value, ...page }) => ({ ...page, value: edit(value as unknown[]) })),
  };
}
