import { isFinalStatus, isStatus, type OperationStatus, statuses } from '../../../model/lifecycle.js';
import { historyOf } from '../../../model/shown-action.js';
import { brief } from '../../evidence/brief.js';
import { CompactValue } from '../../evidence/compact-value.js';
import type { ObservedObject } from '../../evidence/reply.js';

/** What the run last knew of one action that the writer created. */
export interface KnownAction {
  readonly id: string;
  /** The action as the last response showed it, in its {@link brief} form. */
  readonly shown: ObservedObject;
  /** When the request of that response was sent, in milliseconds since the run began. */
  readonly shownAt: number;
  /** False if a write may have changed the action after that response or at the same time. */
  readonly isCurrent: boolean;
  /** The final status that a response showed first. */
  readonly final?: OperationStatus;
  /** True if a get or a list showed a final status; the response to a write may show one that is not stored. */
  readonly finalWasRead?: true;
  /** The latest status that a response showed, in the order of the lifecycle. */
  readonly latest?: OperationStatus;
  /** The longest history that a response showed, in the same form. */
  readonly history: readonly ObservedObject[];
  /** When a cancel of the unfinished action succeeded. */
  readonly cancelledAt?: number;
  /** When the last write ended. */
  readonly writtenAt: number;
  /** The `clientContext` that its create sent, if no other write of the run did. */
  readonly text?: string;
}

/** The same in memory. What a response shows may be large, and all actions of a run stay here until its end. */
export interface KeptAction extends Omit<KnownAction, 'shown' | 'history'> {
  readonly shown: CompactValue<ObservedObject>;
  readonly history: CompactValue<readonly ObservedObject[]>;
  /** How many entries the history has. */
  readonly entries: number;
}

/** What is known, read from memory where it is asked for. */
export function knownAction({ shown, history, entries: _, ...known }: KeptAction): KnownAction {
  return {
    ...known,
    get shown() {
      return shown.value;
    },
    get history() {
      return history.value;
    },
  };
}

/** What holds for every later response, whatever is written. */
export function limits({
  final,
  finalWasRead,
  latest,
  history,
  entries,
}: KeptAction): Pick<KeptAction, 'final' | 'finalWasRead' | 'latest' | 'history' | 'entries'> {
  return {
    history,
    entries,
    ...(final !== undefined && { final }),
    ...(finalWasRead && { finalWasRead }),
    ...(latest !== undefined && { latest }),
  };
}

/** The history before a response has shown one. */
export const noHistory = { history: new CompactValue<readonly ObservedObject[]>([]), entries: 0 };

/** What is known when a response has shown the action, too, except for the action itself. */
export function withShown(known: KeptAction, action: ObservedObject): KeptAction {
  const { status } = action;
  const history = historyOf(action);
  const longest =
    history.length > known.entries ? { history: new CompactValue(brief(history)), entries: history.length } : {};
  if (!isStatus(status)) return { ...known, ...longest };
  const final = known.final ?? (isFinalStatus(status) ? status : undefined);
  const isLater = known.latest === undefined || statuses.indexOf(status) > statuses.indexOf(known.latest);
  return {
    ...known,
    ...longest,
    latest: isLater ? status : known.latest,
    ...(final !== undefined && { final }),
  };
}
