import type { Difference } from '../../server/difference.js';
import { editJson, on } from '../../server/wire.js';

/** Replaces `value` in lists. */
export function editsValue(edit: (elements: readonly unknown[]) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), ({ value, ...page }) => ({ ...page, value: edit(value as unknown[]) })),
  };
}
