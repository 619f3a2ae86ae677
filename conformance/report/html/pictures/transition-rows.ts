import { plural } from '../../format/text.js';
import type { SeenTransition } from '../observed/transitions.js';
import type { Lifecycle } from '../settings.js';

/** What a run can see of a transition. */
export const transitionStates = {
  seen: 'allowed, and seen',
  refused: 'forbidden, and rejected',
  wrong: 'forbidden, but happened',
  barred: 'allowed, but rejected',
  ignored: 'accepted, but nothing changed',
  unclear: 'tried, without a clear result',
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
      return { from, to, by, ...whatWasSeen(by, seen.get(`${from} ${to}`)) };
    }),
  );
}

function whatWasSeen(
  by: readonly string[],
  seen: SeenTransition | undefined,
): Pick<TransitionRow, 'state' | 'count' | 'says'> {
  if (!seen) return { state: 'untried', count: 0, says: transitionStates.untried };
  const { happened, rejected, ignored, tried } = seen;
  const causes = (['client', 'cancel', 'server'] as const).flatMap((cause) =>
    happened[cause] > 0 ? [`${happened[cause]} ${causeNames[cause]}`] : [],
  );
  const rejections = rejected > 0 ? [`rejected ${plural(rejected, 'time')}`] : [];
  const row = (state: TransitionRow['state'], count: number, details: readonly string[]) => ({
    ...{ state, count },
    says: `${transitionStates[state]}: ${details.join(', ')}`,
  });
  const isAllowed = by.length > 0;
  // A cancel that has the same effect must not hide that no PATCH has it.
  const isDenied = by.includes('client') && happened.client === 0 && ignored + rejected > 0;
  if (causes.length > 0 && !isDenied) {
    const times = happened.client + happened.cancel + happened.server;
    return row(isAllowed ? 'seen' : 'wrong', times, [...causes, ...rejections]);
  }
  if (ignored > 0) return row('ignored', ignored, [plural(ignored, 'time'), ...rejections, ...causes]);
  if (rejected > 0) return row(isAllowed ? 'barred' : 'refused', rejected, [plural(rejected, 'time'), ...causes]);
  return row('unclear', tried, [plural(tried, 'time')]);
}

const causeNames = { client: 'by PATCH', cancel: 'by cancel', server: 'by the target itself' } as const;
