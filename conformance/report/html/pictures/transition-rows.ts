import { plural } from '../../format/text.js';
import type { SeenTransition } from '../observed/transitions.js';
import type { Lifecycle } from '../settings.js';

/** What a run can see of a transition. */
export const transitionStates = {
  seen: 'allowed, and seen',
  refused: 'forbidden, and rejected',
  wrong: 'forbidden, but happened',
  barred: 'allowed, but rejected',
  untried: 'never tried',
} as const;

/** A pair of statuses, and what the run saw of the change from one to the other. */
export interface TransitionRow {
  readonly from: string;
  readonly to: string;
  /** Who may cause it; empty for a forbidden one. */
  readonly by: readonly string[];
  readonly state: keyof typeof transitionStates;
  /** How often what the state says was seen. */
  readonly count: number;
  readonly says: string;
}

/** Every change from one status to another. */
export function transitionRows(
  { statuses, transitions }: Lifecycle,
  seen: ReadonlyMap<string, SeenTransition>,
): readonly TransitionRow[] {
  return statuses.flatMap((from) =>
    statuses.flatMap((to) => {
      if (from === to) return [];
      const by = transitions.find((one) => one.from === from && one.to === to)?.by ?? [];
      return { from, to, by, ...whatWasSeen(by.length > 0, seen.get(`${from} ${to}`)) };
    }),
  );
}

function whatWasSeen(
  isAllowed: boolean,
  seen: SeenTransition | undefined,
): Pick<TransitionRow, 'state' | 'count' | 'says'> {
  const { happened, rejected } = seen ?? { happened: { client: 0, cancel: 0, server: 0 }, rejected: 0 };
  const times = happened.client + happened.cancel + happened.server;
  if (times + rejected === 0) return { state: 'untried', count: 0, says: transitionStates.untried };
  const causes = [
    ...(happened.client > 0 ? [`${happened.client} by PATCH`] : []),
    ...(happened.cancel > 0 ? [`${happened.cancel} by cancel`] : []),
    ...(happened.server > 0 ? [`${happened.server} by the target itself`] : []),
    ...(rejected > 0 ? [`rejected ${plural(rejected, 'time')}`] : []),
  ].join(', ');
  const state = isAllowed ? (times > 0 ? 'seen' : 'barred') : times > 0 ? 'wrong' : 'refused';
  return { state, count: times > 0 ? times : rejected, says: `${transitionStates[state]}: ${causes}` };
}
