import { allChecks } from './checks.js';
import type { Emit } from './kit/events.js';
import { defaultOptions, type RunOptions, randomSeed } from './kit/options.js';
import { redactorFor } from './kit/redact.js';
import { type RunResult, run } from './kit/run.js';
import type { Target } from './kit/target.js';
import { redactedEvent, redactedResult } from './report/redacted.js';
import { sequences } from './sequences/index.js';

export type { Emit, RunEvent, Tally, Verdict } from './kit/events.js';
export type { Exchange, Identity } from './kit/exchange.js';
export type { RunOptions } from './kit/options.js';
export type { Outcome, Result, RowFinding } from './kit/outcome.js';
export { Unreachable } from './kit/probe/first-contact.js';
export type { FeatureFinding, Profile, TargetClass } from './kit/profile.js';
export type { RunResult } from './kit/run.js';
export type { Target } from './kit/target.js';
export type { FetchHandler } from './kit/transport/handler.js';
export { exitCodes } from './kit/verdict.js';
export { ConfigurationError, Interrupted, KitFault, NothingSelected } from './kit/violation.js';
export { bestNullServer } from './proof/null-servers/score.js';
export { createReference, type Reference, type ReferenceOptions } from './reference/index.js';
export { jsonReport } from './report/json.js';
export { junitReport } from './report/junit.js';
export type { NullScore } from './report/null-score.js';
export { paint } from './report/paint.js';
export { emptyRecord, type RunRecord, recorded } from './report/record.js';
export type { ReportSettings } from './report/settings.js';
export { terminalReport } from './report/terminal.js';
export { selection } from './selection.js';
export { type EmbeddedName, embeddedTarget, type OpenTarget, urlTarget } from './targets.js';

/**
 * Decides every selected requirement of the catalogue on a target and tells `emit` what happens, without a secret in any of it.
 *
 * @throws Unreachable, ConfigurationError (NothingSelected when `only` leaves nothing) or KitFault; the event `fault` is told first
 *   once the run has started.
 */
export async function conform(
  target: Target,
  options: Partial<RunOptions> = {},
  emit: Emit = () => undefined,
): Promise<RunResult> {
  const redact = redactorFor(target);
  const checks = await allChecks();
  const complete = { ...defaultOptions, seed: randomSeed(), ...options };
  const explorers = complete.sequences > 0 ? [sequences] : [];
  const tell: Emit = (event) => emit(redactedEvent(event, redact));
  const { results, exitCode } = await run(checks, target, complete, tell, explorers);
  return { results: results.map((result) => redactedResult(result, redact)), exitCode };
}
