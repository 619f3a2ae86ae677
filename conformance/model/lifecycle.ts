import {
  type Actor,
  finalStatuses,
  type OperationStatus,
  statuses,
  type Transition,
  transitions,
} from '../../generated/lifecycle.js';

export { finalStatuses, initialStatus, type OperationStatus, statuses } from '../../generated/lifecycle.js';

/** Whether an action with this status has ended (LIFECYCLE-3). */
export function isFinal(status: OperationStatus): boolean {
  return finalStatuses.includes(status);
}

/** Every allowed transition, with those who may cause it. */
export function allowedTransitions(): readonly Transition[] {
  return transitions;
}

/** Whether a transition is allowed, by the given actor if there is one. Setting the same status again is not a transition. */
export function isAllowedTransition(from: OperationStatus, to: OperationStatus, by?: Actor): boolean {
  return transitions.some((one) => one.from === from && one.to === to && (by === undefined || one.by.includes(by)));
}

/** Every forbidden transition: each ordered pair of different statuses that is not allowed (LIFECYCLE-4). */
export function forbiddenTransitions(): readonly Pick<Transition, 'from' | 'to'>[] {
  const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to })));
  return pairs.filter(({ from, to }) => from !== to && !isAllowedTransition(from, to));
}

/** Whether an action with the status `from` may have the status `to` later: by no transition, or by any number of allowed ones. */
export function isPossibleLater(from: OperationStatus, to: OperationStatus): boolean {
  return from === to || pathTo(from, to).length > 0;
}

/** Whether an action with the status `from` and later `to` went backwards: `from` can be reached from `to` (LIFECYCLE-2). */
export function isBackwards(from: OperationStatus, to: OperationStatus): boolean {
  return from !== to && isPossibleLater(to, from);
}

/** Whether a value is a status of the contract, in its exact case (RESOURCE-2). */
export function isStatus(value: unknown): value is OperationStatus {
  return statuses.some((status) => status === value);
}

/** Whether a value is a final status. */
export function isFinalStatus(value: unknown): boolean {
  return isStatus(value) && isFinal(value);
}

/** The statuses after each of the fewest transitions from one status to another, by the given actor if there is one; empty when there are none. */
export function pathTo(from: OperationStatus, to: OperationStatus, by?: Actor): readonly OperationStatus[] {
  const paths: (readonly OperationStatus[])[] = [[]];
  for (const path of paths) {
    const at = path.at(-1) ?? from;
    if (at === to) return path;
    for (const next of statuses) if (isAllowedTransition(at, next, by)) paths.push([...path, next]);
  }
  return [];
}
