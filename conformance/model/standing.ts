import { finalStatuses, type OperationStatus } from '../../generated/lifecycle.js';
import { isFinal, isLegal, statuses } from './lifecycle.js';

/** One lawful way in which an action may stand: its status, and whether a cancel that was heard has yet to end it. */
export interface Standing {
  readonly status: OperationStatus;
  readonly ending: boolean;
}

/** What may have become of an action that a PATCH was sent for, each by the answer that it explains. */
export interface Answered {
  readonly accepted: readonly Standing[];
  readonly refused: readonly Standing[];
}

/** The one way in which an action stands that was seen with this status. */
export function seenAs(status: OperationStatus): readonly Standing[] {
  return [{ status, ending: false }];
}

/**
 * How the action may stand some time later: a cancel that was heard may have ended it (reading 0031), and where `moves` says that the
 * target may progress actions by itself, so may that.
 */
export function later(standings: readonly Standing[], moves: boolean): readonly Standing[] {
  return distinct(standings.flatMap((one) => [one, ...ended(one), ...(moves ? moved(one) : [])]));
}

/** Those of the ways that a target which shows this status leaves open. */
export function narrowed(standings: readonly Standing[], status: OperationStatus): readonly Standing[] {
  return standings.filter((one) => one.status === status);
}

/**
 * What a PATCH makes of the action; `to` is the status that it sets, if it sets one. Refused is what may not be done, and, where it
 * would `change` more than the status, anything on a finished action (reading 0036).
 */
export function updated(standings: readonly Standing[], to: OperationStatus | undefined, change: boolean): Answered {
  const may = ({ status }: Standing) => to === undefined || to === status || isLegal(status, to, 'client');
  return {
    accepted: distinct(standings.filter(may).map((one) => settled({ ...one, status: to ?? one.status }))),
    refused: standings.filter((one) => !may(one) || (change && isFinal(one.status))),
  };
}

/** What a cancel makes of the action: a finished one stays as it is, an unfinished one is ended, now or later. */
export function cancelled(standings: readonly Standing[]): readonly Standing[] {
  return distinct(standings.map((one) => settled({ ...one, ending: true })));
}

/** Whether the action may be unfinished. */
export function mayBeUnfinished(standings: readonly Standing[]): boolean {
  return standings.some(({ status }) => !isFinal(status));
}

function ended({ ending }: Standing): readonly Standing[] {
  return ending ? finalStatuses.map((status) => ({ status, ending: false })) : [];
}

/** By the target's own steps, however many; what is ending still is. */
function moved({ status, ending }: Standing): readonly Standing[] {
  const next = statuses.filter((to) => isLegal(status, to, 'server')).map((to) => settled({ status: to, ending }));
  return next.flatMap((one) => [one, ...moved(one)]);
}

function settled({ status, ending }: Standing): Standing {
  return { status, ending: ending && !isFinal(status) };
}

function distinct(standings: readonly Standing[]): readonly Standing[] {
  return standings.filter(
    (one, index) =>
      standings.findIndex(({ status, ending }) => status === one.status && ending === one.ending) === index,
  );
}
