import type { Level, RequirementId } from '../../../generated/requirements.js';
import type { Effort } from '../../engine/effort.js';
import type { InputAddress } from '../inputs/measured.js';
import type { Mutant } from '../mutant.js';
import type { Situation } from '../situation.js';

/** How much of each server is run. */
export interface Extent {
  /** Runs mutants in full, which shows every requirement that fails on them, and variants on every input of every case. */
  readonly whole: boolean;
  readonly seed: number;
  /** The number of seeds, beginning with `seed`, that each mutant is run from; 1 by default. */
  readonly seeds?: number;
}

/** One server to run against: its kind and its index among its kind. */
export interface Task {
  readonly kind:
    | 'mutant'
    | 'variant'
    | 'combination'
    | 'null server'
    | 'situation'
    | 'conforming seed'
    | 'id shape'
    | 'level'
    | 'mutant inputs'
    | 'mutant with each effort';
  readonly index: number;
}

/** What a run measured of a mutant. */
export interface MutantResult extends Pick<Mutant, 'requirement' | 'defect' | 'foundBy'> {
  /** Whether its requirement failed in the last attempt. */
  readonly killed: boolean;
  /** The seeds it was run from, in order. Only a mutant that races find is run from a second one, after it survived the first. */
  readonly seeds: readonly number[];
  /** The other requirements that have to fail on it, split by whether they did. Absent where there is none. */
  readonly alsoFailed?: readonly RequirementId[];
  readonly alsoSurvived?: readonly RequirementId[];
  /** Requirements that failed without being declared. Measured by whole runs alone. */
  readonly undeclared?: readonly RequirementId[];
}

/** A requirement that failed on a server on which it must not. */
export interface FalseAlarm {
  readonly id: RequirementId;
  readonly why: string;
}

/** What a run measured of a conforming variant or of a combination of several. */
export interface VariantResult {
  /** The names of the variants. */
  readonly variants: readonly string[];
  readonly seed: number;
  /** SHOULD and MAY requirements whose failures are not counted. */
  readonly doesNotFollow: readonly RequirementId[];
  readonly falseAlarms: readonly FalseAlarm[];
}

/** What a run measured of a null server. */
export interface NullServerResult {
  readonly name: string;
  /** The requirements that passed. */
  readonly passed: Readonly<Record<Level, readonly RequirementId[]>>;
  /** Why the run ended before the first case, where it did. */
  readonly endedBy?: string;
}

/** What a run measured in a situation. */
export interface SituationResult extends Pick<Situation, 'name' | 'standing'> {
  readonly exitCode: number;
  /** The requirements that failed, of every level, and the MUST requirements that are inconclusive. */
  readonly failed: readonly RequirementId[];
  readonly inconclusive: readonly RequirementId[];
  /** The parts of the report that say what the situation is. */
  readonly said: readonly string[];
  /** The number of requests; absent when the run ended before its first case. */
  readonly requests?: number;
  /** One sentence for each thing that is not as the situation expects it. */
  readonly problems: readonly string[];
}

/** The report on one task. */
export interface Report extends Task {
  readonly name: string;
  /** One sentence for each thing that is not as it must be; empty when all is well. */
  readonly problems: readonly string[];
  /** What was measured, by the kind of the task. Absent when the kit itself failed, and for tasks that no page is made from. */
  readonly mutant?: MutantResult;
  readonly variant?: VariantResult;
  readonly nullServer?: NullServerResult;
  readonly situation?: SituationResult;
  /** How many writes reached actions of other clients, in runs from so many seeds. */
  readonly foreignWrites?: { readonly seeds: number; readonly count: number };
  /** From how many of several seeds a mutant was killed. */
  readonly killedFrom?: number;
  /** The inputs by which a mutant is killed. */
  readonly killedBy?: Pick<Mutant, 'requirement' | 'defect'> & { readonly inputs: readonly InputAddress[] };
  /** The efforts with which a run kills a mutant. */
  readonly killedWith?: readonly Effort[];
  readonly durationMs: number;
}
