import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import type { Extent, MutantResult, NullServerResult, Report, SituationResult, VariantResult } from '../run/report.js';
import { samples } from '../run/sample.js';
import { jsonText } from './json-text.js';

/** Where the results of the last run of everything are kept, from the root of the package. */
export const resultsPath = 'conformance/selftest/results.json';

/** What one run of everything measured. */
export interface SelftestResults {
  /** `whole` for mutants run in full and variants on every input of every case. */
  readonly mode: 'sample' | 'whole';
  /** How much of each conforming server was run, in the mode `sample`. */
  readonly samples?: typeof samples;
  readonly seed: number;
  readonly durationMs: number;
  readonly mutants: readonly MutantResult[];
  readonly variants: readonly VariantResult[];
  readonly combinations: readonly VariantResult[];
  readonly nullServers: readonly NullServerResult[];
  readonly situations: readonly SituationResult[];
}

/**
 * Collects what the reports of a run measured.
 *
 * @throws Error when a task ended without a result.
 */
export function resultsOf(reports: readonly Report[], { whole, seed }: Extent, durationMs: number): SelftestResults {
  const failed = reports.filter(
    ({ mutant, variant, nullServer, situation }) => !(mutant ?? variant ?? nullServer ?? situation),
  );
  if (failed.length > 0)
    throw new Error(
      `recording the results: ${failed.length} of ${reports.length} tasks ended without a result, first ${failed[0]?.kind} ${failed[0]?.name}; nothing was written`,
    );
  const inOrder = reports.toSorted((a, b) => a.index - b.index);
  const variantsOf = (kind: Report['kind']) =>
    inOrder.flatMap((report) => (report.kind === kind && report.variant ? [report.variant] : []));
  return {
    mode: whole ? 'whole' : 'sample',
    ...(!whole && { samples }),
    seed,
    durationMs,
    mutants: inOrder.flatMap(({ mutant }) => mutant ?? []),
    variants: variantsOf('variant'),
    combinations: variantsOf('combination'),
    nullServers: inOrder.flatMap(({ nullServer }) => nullServer ?? []),
    situations: inOrder.flatMap(({ situation }) => situation ?? []),
  };
}

/** The text of the file that keeps the results. */
export function resultsText(results: SelftestResults): string {
  return `${jsonText(results)}\n`;
}

/** Reads the results of the last run of everything. */
export async function readResults(): Promise<SelftestResults> {
  return JSON.parse(await readFile(join(packageRoot(), resultsPath), 'utf8')) as SelftestResults;
}
