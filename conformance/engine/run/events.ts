import type { FeatureId, Level, RequirementId } from '../../../generated/requirements.js';
import type { Cause, Consequence } from '../cause/cause.js';
import type { Effort } from '../effort.js';
import type { Exchange, Identity } from '../evidence/exchange.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import type { Reading } from '../world/clock.js';
import type { FeatureFinding, Profile, TargetClass } from '../world/profile.js';
import type { BaselineEntry, BaselineProblem } from './baseline.js';
import type { LeftOut } from './input-plan.js';
import type { Decision, Outcome, Result } from './outcome.js';
import type { Shard } from './shard.js';

/** The number of requirements by level and outcome. */
export type Tally = Readonly<Record<Level, Readonly<Record<Outcome, number>>>>;

export type Verdict = 'conformant' | 'failures' | 'inconclusive';

/** One world is over: an input of a case, the probe, an attempt of a sequence, the audit or the clean-up. */
export interface Played {
  readonly type: 'played';
  /** The label from which its values were drawn, such as `CREATE-16/0`. */
  readonly world: string;
  readonly case?: RequirementId | undefined;
  /** True for a world in which something was prepared for the inputs of the case; it comes before the first of them that ended. */
  readonly shared?: true | undefined;
  /** The name of the input; empty for a case without inputs of its own. */
  readonly input?: string | undefined;
  /** Absent if the run ended meanwhile, and for a world that is no input of a case. */
  readonly decision?: Decision | undefined;
  /** In the order in which they ended. */
  readonly exchanges: readonly Exchange[];
  /** Requests in between that only ask whether the target accepts any request. */
  readonly beside: readonly Exchange[];
  readonly readings: readonly Reading[];
  /** Milliseconds since the run began. */
  readonly endedAt: number;
}

/** What the run is given besides the checks: with the exchanges, all that its results depend on. */
export interface Given extends Pick<Target, 'declared' | 'routing'> {
  readonly type: 'given';
  /** The requirements that are selected, whether or not they have a check. */
  readonly only: readonly RequirementId[];
  readonly options: Omit<RunOptions, 'only' | 'observe' | 'secrets' | 'signal' | 'ledger'>;
  readonly identities: readonly Identity[];
  /** When the run began, in milliseconds since 1970. */
  readonly began: number;
  /** What the tokens of the target say. */
  readonly known: Pick<Profile, 'claims' | 'unsuitable' | 'notices'>;
  /** False if the safety policy allows only reads. */
  readonly writes: boolean;
  /** The header fields of every request for a gateway, with the names of variables in place of their values. */
  readonly gatewayFields: Readonly<Record<string, string>>;
}

/** Everything that happens in a run, in order. Every report is a pure function of this stream. */
export type RunEvent =
  | {
      readonly type: 'started';
      readonly target: string;
      readonly url: string;
      readonly seed: number;
      /** The id that each `client-request-id` of the run begins with. */
      readonly run?: string;
      readonly selected: readonly RequirementId[];
      /** Which part of a divided run this is. */
      readonly shard?: Shard;
      /** The number of parts from whose records the run was merged. */
      readonly parts?: number;
    }
  | {
      readonly type: 'probed';
      readonly class: TargetClass;
      /** What the class was seen by. */
      readonly seen?: string | undefined;
      readonly discriminates: boolean;
      readonly features: Readonly<Record<FeatureId, FeatureFinding>>;
      readonly identities: readonly string[];
      readonly notices: readonly string[];
    }
  | {
      readonly type: 'planned';
      readonly cases: number;
      readonly inputs: number;
      /** How many of the inputs are of other cases and only show the rules what they judge. */
      readonly forRules: number;
      readonly effort: Effort;
      readonly leftOut: LeftOut;
      readonly rules: number;
      readonly sequences: number;
      readonly notApplicable: number;
    }
  | Given
  | Played
  /** So many inputs were played, the last one of this case; so many requirements have failed until now. */
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly of: number;
      readonly case?: RequirementId;
      readonly failed?: number;
    }
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
