import { hash } from 'node:crypto';

/** A digest of 72 bits, for the many texts of a run that are only compared with each other: 12 characters. */
export function shortDigest(text: string): string {
  return hash('sha1', text, 'base64').slice(0, 12);
}
