import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import type { RunOptions } from '../../engine/options.js';
import type { Outcome, Result } from '../../engine/run/outcome.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import type { Mutant } from '../mutant.js';
import { type Server, serverWith } from '../server/server.js';
import { runExplorer } from './run-explorer.js';
import { runRequirements } from './run-requirements.js';

/** The outcome of one requirement on a mutant. */
export interface RequirementOutcome {
  readonly id: RequirementId;
  readonly outcome: Outcome;
  readonly why: string;
}

/** What a run of a mutant showed. */
export interface MutantRun {
  /** Requirements that have to fail on it and did not, or failed by too long a sequence. Empty for a mutant that is killed as declared. */
  readonly unmet: readonly RequirementOutcome[];
  /** Requirements that failed without being declared. Only a run in full shows them. */
  readonly undeclared?: readonly RequirementOutcome[];
}

/** The longest counterexample, in steps, to which a sequence that kills a mutant may be reduced. */
const mostSteps = 4;

/** Runs a mutant until the requirements that have to fail on it have failed. */
export async function runMutant(
  mutant: Mutant,
  checks: readonly Check[],
  options: Partial<RunOptions> = { seed: 1 },
): Promise<MutantRun> {
  const server = await mutated(mutant, options);
  if (mutant.foundBy === 'sequences') return runSequences(mutant, server);
  const expected = expectedToFail(mutant);
  if (mutant.foundBy === 'audit') return { unmet: notFailed(expected, (await runAll(checks, server)).results) };
  return { unmet: notFailed(expected, await runRequirements(expected, checks, server)) };
}

/**
 * Runs a mutant in full, which also shows the requirements that fail without being declared. On a mutant that sequences find, no case
 * or rule may fail.
 */
export async function runMutantInFull(
  mutant: Mutant,
  checks: readonly Check[],
  options: Partial<RunOptions> = { seed: 1 },
): Promise<MutantRun> {
  const { results } = await runAll(checks, await mutated(mutant, options));
  const failed = results.filter(({ outcome }) => outcome === 'failed').map(outcomeOf);
  if (mutant.foundBy === 'sequences')
    return { ...(await runSequences(mutant, await mutated(mutant, options))), undeclared: failed };
  const expected = expectedToFail(mutant);
  const declared = [...expected, ...mutant.mayFailInAudit];
  return { unmet: notFailed(expected, results), undeclared: failed.filter(({ id }) => !declared.includes(id)) };
}

function runAll(checks: readonly Check[], { target, options }: Server): ReturnType<typeof run> {
  return run(checks, target, options, () => undefined);
}

async function runSequences(mutant: Mutant, server: Server): Promise<MutantRun> {
  const expected = expectedToFail(mutant);
  const found = await runExplorer(sequences, server, (id) => expected.includes(id));
  const unmet = expected.flatMap((id): RequirementOutcome[] => {
    const { counterexample } = found.get(id) ?? {};
    if (!counterexample) return [{ id, outcome: 'passed', why: 'no sequence makes it fail' }];
    if (counterexample.length <= mostSteps) return [];
    const why = `expected a counterexample of at most ${mostSteps} steps, received ${counterexample.length}: ${counterexample.join(' ')}`;
    return [{ id, outcome: 'failed', why }];
  });
  return { unmet };
}

function expectedToFail({ requirement, alsoFails }: Mutant): readonly RequirementId[] {
  return [requirement, ...alsoFails];
}

function mutated(mutant: Mutant, options: Partial<RunOptions>): Promise<Server> {
  return serverWith([mutant.difference()], options);
}

function notFailed(expected: readonly RequirementId[], results: readonly Result[]): readonly RequirementOutcome[] {
  return expected.flatMap((id): RequirementOutcome[] => {
    const own = results.filter((result) => result.id === id);
    if (own.length === 0) return [{ id, outcome: 'not-selected', why: 'it has neither a case nor a rule' }];
    return own.filter(({ outcome }) => outcome !== 'failed').map(outcomeOf);
  });
}

function outcomeOf({ id, outcome, reason }: Result): RequirementOutcome {
  return { id, outcome, why: reason.detail };
}
