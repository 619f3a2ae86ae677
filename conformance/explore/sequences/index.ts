import type { RequirementId } from '../../engine/requirement.js';
import {
  type Exploration,
  type Explorer,
  type ExplorerContext,
  laneSequences,
  nothingExplored,
} from '../../engine/run/explorer.js';
import { parsePosition } from './position.js';
import { judges } from './requirements.js';

/** The number of lanes that run at the same time. It does not depend on the concurrency, so that a seed always draws the same sequences. */
const lanes = 4;
/** As measured on the reference; a test compares it with the measurement. */
const requestsEach = 22;

/** Plays sequences of requests that are drawn from the run's seed, and compares every response with the model of an action. */
export const sequences: Explorer = { judges, lanes, requestsEach, explore };

async function explore(context: ExplorerContext): Promise<Exploration> {
  const { options, profile } = context;
  const sought = judges.filter(context.judges);
  if (profile.class === 'stateless' || !profile.discriminates || sought.length === 0) return nothingExplored;
  // Imported late, because fast-check needs memory that a run does not need while it plays the cases.
  const { search } = await import('./search.js');
  const replay = options.replay === undefined ? undefined : parsePosition(options.replay);
  const known = new Set<RequirementId>();
  const numbers = replay ? [replay.lane] : Array.from({ length: lanes }, (_, number) => number).filter(context.plays);
  const searched = await Promise.all(
    numbers.map((number) => {
      return search({
        context,
        number,
        judges: sought,
        sequences: replay ? 1 : laneSequences(options.sequences, lanes, number),
        known,
        replay,
      });
    }),
  );
  return {
    discoveries: searched.flatMap(({ discoveries }) => discoveries),
    judged: searched.reduce((sum, { judged }) => sum + judged, 0),
  };
}
