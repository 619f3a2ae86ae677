import { ConfigurationError } from '../engine/errors.js';
import type { ObservedObject } from '../model/observed.js';
import type { NullScore } from '../report/null-score.js';
import type { ComparedResult, ComparedRun } from './run.js';

/** The members of a JSON report that are compared; `report.schema.json` describes them. */
interface JsonReport {
  readonly target: Pick<ComparedRun, 'url' | 'features'> & {
    readonly name?: string;
    readonly class: string;
    readonly identities?: readonly string[];
  };
  readonly summary: { readonly verdict: string };
  readonly results: readonly ComparedResult[];
  readonly bestNullServer?: NullScore;
  readonly fault?: { readonly message: string };
  readonly exitCode?: number | null;
  readonly seed?: number | null;
}

/** A run from its JSON report. @throws ConfigurationError for JSON that is not one. */
export function readJsonReport(file: string, json: ObservedObject): ComparedRun {
  const { target, summary, results, bestNullServer, fault, exitCode, seed } = json as unknown as JsonReport;
  const isResult = (one: Partial<ComparedResult> | null) =>
    typeof one?.id === 'string' && typeof one.outcome === 'string';
  if (typeof target?.url !== 'string' || typeof summary?.verdict !== 'string' || !results.every(isResult))
    throw new ConfigurationError(
      `${file} cannot be compared: expected a JSON report of security-actions conform with a target, a summary and results`,
    );
  const { name = target.url, url, class: kind, features = [], identities = [] } = target;
  const problems = fault
    ? [`the run ended early: ${fault.message}`]
    : exitCode === null
      ? ['the run has not finished']
      : [];
  const verdict = problems.length > 0 ? undefined : summary.verdict;
  return {
    file,
    target: name,
    url,
    class: kind,
    features,
    identities,
    verdict,
    seed,
    results,
    problems,
    bestNullServer,
  };
}
