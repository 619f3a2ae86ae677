import type { RequirementId } from '../../../generated/requirements.js';
import type { Case, Rule } from '../check.js';
import { effortOptions } from '../effort.js';
import type { Job } from './jobs.js';
import type { Session } from './session/session.js';
import type { Share } from './shard.js';

const { deep: deepest } = effortOptions;

/** What an effort leaves out, compared with the deepest one. */
export interface LeftOut {
  /** Inputs of the standard effort, out of so many. */
  readonly inputs: number;
  readonly of: number;
  /** Cases of which no input is played. */
  readonly cases: readonly RequirementId[];
  /** Further draws of the values of each input. */
  readonly draws: number;
  readonly sequences: number;
  /** Rounds of each race. */
  readonly races: number;
  /** Whether the audit at the end of the run is left out. */
  readonly audit: boolean;
}

/** The inputs that a run plays. */
export interface InputPlan {
  /** The inputs of the cases that are wanted. */
  readonly own: readonly Job[];
  /** Inputs of other cases, which show wanted rules what they judge. */
  readonly forRules: readonly Job[];
  /** All others. They are played when those before have shown a rule nothing. */
  readonly rest: readonly Job[];
}

/** Plans which inputs of the cases that apply to the target decide these requirements; with a share, those that this part plays. */
export function planInputs(
  session: Session,
  cases: readonly Case[],
  wanted: (id: RequirementId) => boolean,
  share?: Share,
): InputPlan {
  const rules = session.rules.filter(({ id }) => wanted(id) && session.notApplicable(id) === undefined);
  const others = cases.filter(({ id }) => !wanted(id)).flatMap((check) => session.jobs(check, 'standard'));
  const isChosen = (job: Job) => rules.some((rule) => shows(rule, job));
  const isSmoke = session.options.effort === 'smoke';
  const isOwn = (check: Case) => share?.has(check) ?? true;
  return {
    own: cases.filter((check) => wanted(check.id) && isOwn(check)).flatMap((check) => session.jobs(check)),
    forRules: others.filter((job) => isChosen(job) && isOwn(job.check)),
    rest: rules.length === 0 || isSmoke ? [] : others.filter((job) => !isChosen(job)),
  };
}

/** Whether an input is among those that show a rule what it judges; every input is where none were chosen. */
function shows({ shownBy }: Rule, { check, input, draw }: Job): boolean {
  if (draw > 0) return false;
  return shownBy === undefined || (shownBy[check.id]?.includes(check.named(input as never)) ?? false);
}

/** What the effort leaves out of these cases and of everything else. */
export function leftOut(session: Session, cases: readonly Case[], played: readonly Job[]): LeftOut {
  const { effort, draws, sequences, races, audit } = session.options;
  const isSmoke = effort === 'smoke';
  const all = cases.flatMap((check) => session.jobs(check, 'standard')).filter(({ draw }) => draw === 0);
  const some = new Set(played.map(({ check }) => check));
  const less = (own: number, most = 0) => Math.max(0, most - own);
  return {
    inputs: isSmoke ? all.length - played.length : 0,
    of: all.length,
    cases: isSmoke ? cases.filter((check) => !some.has(check)).map(({ id }) => id) : [],
    draws: less(draws, deepest.draws),
    sequences: session.profile.class === 'stateful' ? less(sequences, deepest.sequences) : 0,
    races: less(races, deepest.races),
    audit: !audit,
  };
}
