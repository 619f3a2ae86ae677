import type { FeatureId, RequirementId } from '../../generated/requirements.js';
import type { Check } from '../engine/check.js';
import type { Outcome, Result } from '../engine/run/outcome.js';
import { run } from '../engine/run/run.js';
import { sequences } from '../explore/sequences/index.js';
import { decideOnly } from './decide.js';
import { exploreOnly } from './explore.js';
import { type Server, serverWith } from './server.js';
import { nameOf, type Slip } from './slip.js';

/** What one requirement makes of a slip. */
export interface Cell {
  readonly id: RequirementId;
  readonly outcome: Outcome;
  readonly why: string;
}

/** What the proof found out about one slip. */
export interface Proof {
  readonly slip: string;
  /** Requirements that should notice it and do not; empty for a slip that is proved. */
  readonly lost: readonly Cell[];
  /** Requirements that notice it though nobody said that they would; known only when the whole run was made. */
  readonly strays: readonly Cell[];
  readonly durationMs: number;
}

/** What the reference offers. */
const offered: readonly FeatureId[] = ['update', 'top', 'skip', 'count', 'select', 'orderby', 'filter', 'etag'];

/** Proves a slip: the requirement that it breaks, and each of its relatives, is violated. */
export async function prove(slip: Slip, checks: readonly Check[], seed = 1): Promise<Proof> {
  const began = performance.now();
  const wanted = [slip.breaks, ...slip.relatives];
  if (slip.by === 'sequences') return proveBySequences(slip, wanted, await slipped(slip, seed));
  const results = await decideOnly(wanted, checks, await slipped(slip, seed));
  return { slip: nameOf(slip), lost: lost(wanted, results), strays: [], durationMs: performance.now() - began };
}

/** Proves a slip by a whole run, and finds who else notices it: for one that is left to sequences, that is any case or rule. */
export async function proveWhole(slip: Slip, checks: readonly Check[], seed = 1): Promise<Proof> {
  const began = performance.now();
  const wanted = [slip.breaks, ...slip.relatives];
  const { target, options } = await slipped(slip, seed);
  const { results } = await run(checks, target, options, () => undefined);
  const violated = results.filter(({ outcome }) => outcome === 'violated');
  if (slip.by === 'sequences') {
    const proof = await proveBySequences(slip, wanted, await slipped(slip, seed));
    return { ...proof, strays: violated.map(cell), durationMs: performance.now() - began };
  }
  const strays = violated.filter(({ id }) => !wanted.includes(id)).map(cell);
  return { slip: nameOf(slip), lost: lost(wanted, results), strays, durationMs: performance.now() - began };
}

/** Proves a slip by sequences alone, each shrunk to few steps. */
async function proveBySequences(slip: Slip, wanted: readonly RequirementId[], server: Server): Promise<Proof> {
  const began = performance.now();
  const found = await exploreOnly(sequences, server, (id) => wanted.includes(id));
  const lost = wanted.flatMap((id): Cell[] => {
    const { story } = found.get(id) ?? {};
    if (!story) return [{ id, outcome: 'held', why: 'no sequence comes upon it' }];
    if (story.length <= mostSteps) return [];
    return [{ id, outcome: 'violated', why: `the shortest sequence has ${story.length} steps: ${story.join(' ')}` }];
  });
  return { slip: nameOf(slip), lost, strays: [], durationMs: performance.now() - began };
}

/** Steps of the longest sequence that a slip found by sequences may be shrunk to. */
const mostSteps = 4;

function slipped(slip: Slip, seed: number): Promise<Server> {
  return serverWith([{ declared: { offers: offered } }, slip.difference()], { seed });
}

function lost(wanted: readonly RequirementId[], results: readonly Result[]): readonly Cell[] {
  return wanted.flatMap((id): Cell[] => {
    const own = results.filter((result) => result.id === id);
    if (own.length === 0) return [{ id, outcome: 'deselected', why: 'there is no case or rule for it' }];
    return own.filter(({ outcome }) => outcome !== 'violated').map(cell);
  });
}

function cell({ id, outcome, why }: Result): Cell {
  return { id, outcome, why };
}
