import type { Result } from '../engine/run/outcome.js';

/** A source on one line: title, place, and the URL where there is one. */
export function sourceLine({ title, place, url }: Result['source'][number]): string {
  return `${title}: ${place}${url === undefined ? '' : ` (${url})`}`;
}
