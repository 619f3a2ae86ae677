import type { FeatureId, Level, RequirementId } from '../../../generated/requirements.js';
import type { Cause, Consequence } from '../cause/cause.js';
import type { FeatureFinding, TargetClass } from '../world/profile.js';
import type { BaselineEntry, BaselineProblem } from './baseline.js';
import type { Outcome, Result } from './outcome.js';

/** The number of requirements by level and outcome. */
export type Tally = Readonly<Record<Level, Readonly<Record<Outcome, number>>>>;

export type Verdict = 'conformant' | 'failures' | 'inconclusive';

/** Everything that happens in a run, in order. Every report is a pure function of this stream. */
export type RunEvent =
  | {
      readonly type: 'started';
      readonly target: string;
      readonly url: string;
      readonly seed: number;
      readonly selected: readonly RequirementId[];
    }
  | {
      readonly type: 'probed';
      readonly class: TargetClass;
      readonly discriminates: boolean;
      readonly features: Readonly<Record<FeatureId, FeatureFinding>>;
      readonly identities: readonly string[];
      readonly notices: readonly string[];
    }
  | {
      readonly type: 'planned';
      readonly cases: number;
      readonly inputs: number;
      readonly rules: number;
      readonly sequences: number;
      readonly notApplicable: number;
    }
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  /** The audit at the end read so many actions with so many requests. */
  | { readonly type: 'audited'; readonly actions: number; readonly requests: number }
  /** All requests of the run wait; `until` is an ISO 8601 time. */
  | { readonly type: 'waiting'; readonly reason: string; readonly until: string }
  | { readonly type: 'decided'; readonly result: Result }
  /** What failed and inconclusive results have in common, after all of them are decided. */
  | { readonly type: 'explained'; readonly causes: readonly Cause[]; readonly consequences: readonly Consequence[] }
  /** The run ended before everything was decided. */
  | { readonly type: 'fault'; readonly message: string; readonly exitCode: number }
  | {
      readonly type: 'finished';
      readonly verdict: Verdict;
      readonly tally: Tally;
      readonly exitCode: number;
      readonly requests: number;
      readonly durationMs: number;
      /** What explains many results at once, such as an overloaded target; empty for a run without such conditions. */
      readonly notices: readonly string[];
      /** The entries of the baseline that accept a result, and those that have to be deleted or changed. */
      readonly baseline?: {
        readonly file: string;
        readonly known: readonly BaselineEntry[];
        readonly problems: readonly BaselineProblem[];
      };
    };

export type Emit = (event: RunEvent) => void;
