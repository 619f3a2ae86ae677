import type { Level, RequirementId } from '../../generated/requirements.js';
import type { RunOptions } from '../engine/options.js';
import type { Target } from '../engine/target.js';
import { type Difference, differenceOf, type MakesDifference } from './server/difference.js';
import { serverWith } from './server/server.js';
import type { Serve } from './situations/serving/http-front.js';

/** Whether the contract allows the situation, it is a fault of the target or of its deployment, or the run is configured wrongly. */
export type Standing = 'allowed' | 'fault' | 'configuration';

/** What a run against the target has to result in. Every requirement that is not named passes or is not applicable. */
export interface Expected {
  readonly exitCode: number;
  /** Requirements that must fail. */
  readonly fails?: readonly RequirementId[];
  /** Requirements of any level that may fail besides. */
  readonly mayFail?: readonly RequirementId[] | 'any';
  /** MUST requirements that may be inconclusive. */
  readonly mayBeInconclusive?: readonly RequirementId[] | 'any';
  /** What the report has to say: each expression matches a part of its text. */
  readonly says?: readonly RegExp[];
}

/** A target that is ready to be run against. */
export interface OpenSituation {
  readonly target: Target;
  readonly options: RunOptions;
  /** Method and URL of each write to an action of another client. */
  readonly foreignWrites?: readonly string[];
  close(): Promise<void>;
}

/**
 * A situation: the reference in conditions of connection, deployment, credentials or habit that real targets have. It differs from a
 * variant or a mutant in what it shows: the verdict of a whole run, what the report says, and the exit code.
 */
export interface Situation {
  /** A statement about the target, such as "every body is gzip". No two situations have the same one. */
  readonly name: string;
  readonly standing: Standing;
  readonly expected: Expected;
  /** Requirements, areas or levels to which the run is limited, where a run of everything would only repeat itself. */
  readonly only?: readonly (RequirementId | Level | string)[];
  /** Further cases of which every input is played in a sample, besides those of the requirements that must fail. */
  readonly inFull?: readonly RequirementId[];
  open(run: Partial<RunOptions>): Promise<OpenSituation>;
}

/** Options of a situation that have a default. */
export type SituationOptions = Pick<Situation, 'only' | 'inFull'> & {
  /** Serves the target over a socket; without it, the run calls the target in this process. */
  readonly serve?: Serve;
};

/** Makes a situation: `situation('every body is gzip', 'allowed', { fetch: … }, { exitCode: 0 })`. */
export function situation(
  name: string,
  standing: Standing,
  how: MakesDifference | (() => Promise<Difference>),
  expected: Expected,
  { serve, ...options }: SituationOptions = {},
): Situation {
  return {
    ...{ name, standing, expected },
    ...options,
    open: async (run) => {
      const server = await serverWith(
        [{ run: { timeoutMs: 60_000 } }, await differenceOf(how as MakesDifference)],
        run,
      );
      const { fetch, url } = server.target;
      if (!serve || !fetch) return { ...server, close: async () => undefined };
      const { origin, close } = await serve(fetch);
      const target = { ...server.target, fetch: undefined, url: `${origin}${new URL(url).pathname}` };
      return { ...server, target, close };
    },
  };
}
