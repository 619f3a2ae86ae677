import type { Difference } from '../difference.js';
import { editJson, on } from '../wire.js';

/** What stands in `value`, or in its place. */
export function values(edit: (elements: readonly unknown[]) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), ({ value, ...page }) => ({ ...page, value: edit(value as unknown[]) })),
  };
}
