import { allChecks } from './checks/registry.js';
import { randomRunId } from './engine/http/request-id.js';
import { completeOptions, type RunOptions } from './engine/options.js';
import type { Emit } from './engine/run/events.js';
import { type RunResult, run } from './engine/run/run.js';
import type { Target } from './engine/target.js';
import { sequences } from './explore/sequences/index.js';

export { ConfigurationError, Interrupted, KitFault, NothingSelected } from './engine/errors.js';
export type { Exchange, Identity } from './engine/evidence/exchange.js';
export { type IssuedToken, TokenRenewal, type TokenSource } from './engine/http/credentials/token-renewal.js';
export type { FetchHandler } from './engine/http/transport/handler.js';
export type { Network } from './engine/http/transport/network.js';
export type { RunOptions } from './engine/options.js';
export type { Emit, RunEvent, Tally, Verdict } from './engine/run/events.js';
export type { InputFinding, Outcome, Result } from './engine/run/outcome.js';
export type { RunResult } from './engine/run/run.js';
export { selection } from './engine/run/selection.js';
export { exitCodes } from './engine/run/verdict.js';
export type { Target } from './engine/target.js';
export { Unreachable } from './engine/world/probe/first-contact.js';
export type { FeatureFinding, Profile, TargetClass } from './engine/world/profile.js';
export { createReference, type Reference, type ReferenceOptions } from './reference/index.js';
export { jsonReport } from './report/exports/json.js';
export { junitReport } from './report/exports/junit.js';
export { paint } from './report/format/paint.js';
export type { NullScore } from './report/null-score.js';
export { bestNullServer } from './report/null-server-score.js';
export { emptyRecord, type RunRecord, recorded } from './report/record.js';
export type { ReportSettings } from './report/settings.js';
export { terminalReport } from './report/terminal/terminal.js';
export { type EmbeddedName, embeddedTarget, type OpenTarget, urlTarget } from './targets.js';

/**
 * Decides every selected requirement of the catalogue on a target. `emit` receives the events of the run; neither they nor the results
 * contain a secret of the target.
 *
 * @throws Unreachable, ConfigurationError (NothingSelected when `only` leaves nothing) or KitFault; the event `fault` is emitted first
 *   once the run has started.
 */
export async function conform(
  target: Target,
  options: Partial<RunOptions> = {},
  emit: Emit = () => undefined,
): Promise<RunResult> {
  const complete = { runId: randomRunId(), ...completeOptions(options) };
  const explorers = complete.sequences > 0 ? [sequences] : [];
  return run(await allChecks(), target, complete, emit, explorers);
}
