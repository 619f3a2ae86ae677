import type { Difference } from './compare.js';
import type { Kind } from './target-folder.js';

/** One run of one target: compared with its expectation, or skipped. */
export interface Row {
  readonly target: string;
  readonly kind: Kind;
  readonly seconds?: number;
  readonly exitCodes?: { readonly expected: number; readonly received: number | null };
  readonly difference?: Difference | undefined;
  /** Why the target was not started. */
  readonly skipped?: string;
  /** What went wrong before the kit could run. */
  readonly error?: string;
}

const widths = [24, 13, 9, 9, 7] as const;

const columns = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' ');

export const heading = columns(['target', 'kind', 'expected', 'received', 'seconds', 'result']);

/** A row of the table, followed by one line for each kind of difference. */
export function line({ target, kind, seconds, exitCodes, difference, skipped, error }: Row): string {
  const result = skipped ? `skipped: ${skipped}` : error ? 'different' : difference ? 'different' : 'as expected';
  const codes = exitCodes ? [String(exitCodes.expected), String(exitCodes.received ?? 'none')] : ['-', '-'];
  const more = [
    difference && difference.unexpected.length > 0 && `unexpected: ${difference.unexpected.join(', ')}`,
    difference && difference.missing.length > 0 && `missing: ${difference.missing.join(', ')}`,
    error,
  ].filter((text) => text !== undefined && text !== false);
  const first = columns([target, kind, ...codes, seconds === undefined ? '-' : seconds.toFixed(0), result]);
  return [first, ...more.map((text) => `    ${text}`)].join('\n');
}

/** The last line: how many runs were as expected, different and skipped, and why. */
export function total(rows: readonly Row[]): string {
  const skipped = rows.filter((row) => row.skipped);
  const different = rows.filter((row) => row.difference || row.error);
  const reasons = [...new Set(skipped.map((row) => row.skipped))].join('; ');
  const asExpected = rows.length - skipped.length - different.length;
  return `${asExpected} as expected, ${different.length} different, ${skipped.length} skipped${reasons && ` (${reasons})`}`;
}
