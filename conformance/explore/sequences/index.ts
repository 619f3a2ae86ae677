import type { RequirementId } from '../../engine/requirement.js';
import { type Exploration, type Explorer, type ExplorerContext, nothingExplored } from '../../engine/run/explorer.js';
import { parsePosition } from './position.js';

/** The number of lanes that run at the same time. It does not depend on the concurrency, so that a seed always draws the same sequences. */
const lanes = 4;

/** The requirements that a sequence can find to fail. */
const judges: readonly RequirementId[] = [
  'CREATE-1',
  'CREATE-5',
  'CREATE-10',
  'CREATE-11',
  'CREATE-12',
  'CREATE-14',
  'GET-1',
  'GET-3',
  'LIST-3',
  'UPDATE-1',
  'UPDATE-4',
  'UPDATE-5',
  'UPDATE-6',
  'UPDATE-7',
  'UPDATE-8',
  'UPDATE-9',
  'UPDATE-10',
  'CANCEL-1',
  'CANCEL-7',
  'CANCEL-13',
  'CANCEL-15',
  'RESOURCE-18',
  'ERROR-8',
  'AUTH-1',
  'AUTH-6',
  'AUTH-7',
  'AUTH-8',
  'AUTH-9',
  'AUTH-10',
  'AUTH-12',
  'AUTH-13',
  'LIFECYCLE-2',
  'LIFECYCLE-3',
  'LIFECYCLE-4',
  'LIFECYCLE-5',
  'LIFECYCLE-6',
  'LIFECYCLE-7',
  'LIFECYCLE-10',
  'LIFECYCLE-12',
  'LIFECYCLE-13',
  'LIFECYCLE-14',
  'LIFECYCLE-15',
];

/** Plays sequences of requests that are drawn from the run's seed, and compares every response with the model of an action. */
export const sequences: Explorer = { judges, explore };

async function explore(context: ExplorerContext): Promise<Exploration> {
  const { options, profile } = context;
  const sought = judges.filter(context.judges);
  if (profile.class === 'stateless' || !profile.discriminates || sought.length === 0) return nothingExplored;
  // Imported late, because fast-check needs memory that a run does not need while it plays the cases.
  const { search } = await import('./search.js');
  const replay = options.replay === undefined ? undefined : parsePosition(options.replay);
  const until = performance.now() + options.budgetMs;
  const known = new Set<RequirementId>();
  const numbers = replay ? [replay.lane] : Array.from({ length: lanes }, (_, number) => number);
  const searched = await Promise.all(
    numbers.map((number) => {
      const share = Math.floor((options.sequences + lanes - 1 - number) / lanes);
      return search({
        context,
        number,
        judges: sought,
        sequences: replay ? 1 : share,
        until,
        known,
        replay,
        attempts: 0,
      });
    }),
  );
  return {
    discoveries: searched.flatMap(({ discoveries }) => discoveries),
    judged: searched.reduce((sum, { judged }) => sum + judged, 0),
  };
}
