import type { Source } from '../../generated/requirements.js';

/** A source on one line: title, place, and the URL where there is one. */
export function sourceLine({ title, place, url }: Source): string {
  return `${title}: ${place}${url === undefined ? '' : ` (${url})`}`;
}
