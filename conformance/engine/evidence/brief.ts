import { shortDigest } from './digest.js';
import { truncate } from './preview.js';

/** Characters of a text that is kept as it is. */
const longText = 1_024;

/**
 * A JSON value with the beginning and a digest in place of each long text, so that what is known of all actions of a run does not fill the
 * memory; the value itself when no text is long. Two values are equal if they are equal in this form.
 */
export function brief<T>(value: T): T {
  return hasLongText(value) ? (briefly(value) as T) : value;
}

function hasLongText(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longText;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongText);
}

function briefly(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > longText ? `${truncate(value, 100)} ${shortDigest(value)}` : value;
  if (Array.isArray(value)) return value.map(briefly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, briefly(one)]));
}
