import type { Finding } from '../engine/judge/violation.js';
import { cut } from './format/text.js';

/** A sentence about a finding, with what was expected and received if it does not say that itself. */
export function withSides(sentence: string, { expected, received }: Pick<Finding, 'expected' | 'received'>): string {
  if (/\bexpected\b/.test(sentence)) return sentence;
  return `${sentence}: expected ${cut(expected, 100)}, received ${cut(received, 100)}`;
}
