import type { FeatureId, RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import type { Outcome, Result } from '../../engine/run/outcome.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import { decideOnly } from './run-requirements.js';
import { exploreOnly } from './run-explorer.js';
import { type Mutant, nameOf } from '../mutant.js';
import { type Server, serverWith } from '../server/server.js';

/** What one requirement makes of a mutant. */
export interface Cell {
  readonly id: RequirementId;
  readonly outcome: Outcome;
  readonly why: string;
}

/** What the proof found out about one mutant. */
export interface Proof {
  readonly mutant: string;
  /** Requirements that should notice it and do not; empty for a mutant that is proved. */
  readonly lost: readonly Cell[];
  /** Requirements that notice it though nobody said that they would; known only when the whole run was made. */
  readonly strays: readonly Cell[];
  readonly durationMs: number;
}

/** What the reference offers. */
const offered: readonly FeatureId[] = ['update', 'top', 'skip', 'count', 'select', 'orderby', 'filter', 'etag'];

/** Proves a mutant: the requirement that it requirement, and each of its alsoFails, is violated. */
export async function prove(mutant: Mutant, checks: readonly Check[], seed = 1): Promise<Proof> {
  const began = performance.now();
  const wanted = [mutant.requirement, ...mutant.alsoFails];
  if (mutant.foundBy === 'sequences') return proveBySequences(mutant, wanted, await mutated(mutant, seed));
  const results = await decideOnly(wanted, checks, await mutated(mutant, seed));
  return { mutant: nameOf(mutant), lost: lost(wanted, results), strays: [], durationMs: performance.now() - began };
}

/** Proves a mutant by a whole run, and finds who else notices it: for one that is left to sequences, that is any case or rule. */
export async function proveWhole(mutant: Mutant, checks: readonly Check[], seed = 1): Promise<Proof> {
  const began = performance.now();
  const wanted = [mutant.requirement, ...mutant.alsoFails];
  const { target, options } = await mutated(mutant, seed);
  const { results } = await run(checks, target, options, () => undefined);
  const violated = results.filter(({ outcome }) => outcome === 'failed');
  if (mutant.foundBy === 'sequences') {
    const proof = await proveBySequences(mutant, wanted, await mutated(mutant, seed));
    return { ...proof, strays: violated.map(cell), durationMs: performance.now() - began };
  }
  const strays = violated.filter(({ id }) => !wanted.includes(id)).map(cell);
  return { mutant: nameOf(mutant), lost: lost(wanted, results), strays, durationMs: performance.now() - began };
}

/** Proves a mutant by sequences alone, each shrunk to few steps. */
async function proveBySequences(mutant: Mutant, wanted: readonly RequirementId[], server: Server): Promise<Proof> {
  const began = performance.now();
  const found = await exploreOnly(sequences, server, (id) => wanted.includes(id));
  const lost = wanted.flatMap((id): Cell[] => {
    const { counterexample } = found.get(id) ?? {};
    if (!counterexample) return [{ id, outcome: 'passed', why: 'no sequence comes upon it' }];
    if (counterexample.length <= mostSteps) return [];
    return [
      {
        id,
        outcome: 'failed',
        why: `the shortest sequence has ${counterexample.length} steps: ${counterexample.join(' ')}`,
      },
    ];
  });
  return { mutant: nameOf(mutant), lost, strays: [], durationMs: performance.now() - began };
}

/** Steps of the longest sequence that a mutant found by sequences may be shrunk to. */
const mostSteps = 4;

function mutated(mutant: Mutant, seed: number): Promise<Server> {
  return serverWith([{ declared: { offers: offered } }, mutant.difference()], { seed });
}

function lost(wanted: readonly RequirementId[], results: readonly Result[]): readonly Cell[] {
  return wanted.flatMap((id): Cell[] => {
    const own = results.filter((result) => result.id === id);
    if (own.length === 0) return [{ id, outcome: 'not-selected', why: 'there is no case or rule for it' }];
    return own.filter(({ outcome }) => outcome !== 'failed').map(cell);
  });
}

function cell({ id, outcome, reason }: Result): Cell {
  return { id, outcome, why: reason.detail };
}
