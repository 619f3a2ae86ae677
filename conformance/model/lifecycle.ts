import {
  type Actor,
  finalStatuses,
  type OperationStatus,
  statuses,
  type Transition,
  transitions,
} from '../../generated/lifecycle.js';

export { finalStatuses, initialStatus, type OperationStatus, statuses } from '../../generated/lifecycle.js';

/** An ordered pair of different statuses. */
export interface StatusPair {
  readonly from: OperationStatus;
  readonly to: OperationStatus;
}

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
export function forbiddenTransitions(): readonly StatusPair[] {
  const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to })));
  return pairs.filter(({ from, to }) => from !== to && !isAllowedTransition(from, to));
}

/** The statuses that can be reached by one or more allowed transitions, without the given one. */
export function reachable(from: OperationStatus): ReadonlySet<OperationStatus> {
  const found = new Set<OperationStatus>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const one of transitions) {
      if (one.from !== at || found.has(one.to)) continue;
      found.add(one.to);
      waiting.push(one.to);
    }
  }
  return found;
}

/** Whether an action with the status `from` and later `to` went backwards: `from` can be reached from `to` (LIFECYCLE-2). */
export function isBackwards(from: OperationStatus, to: OperationStatus): boolean {
  return reachable(to).has(from);
}

/** Whether an action with the status `from` may have the status `to` later: by no transition, or by any number of allowed ones. */
export function isPossibleLater(from: OperationStatus, to: OperationStatus): boolean {
  return from === to || reachable(from).has(to);
}

/** Whether a value is a status of the contract, in its exact case (RESOURCE-2). */
export function isStatus(value: unknown): value is OperationStatus {
  return statuses.some((status) => status === value);
}

/** Whether a value is a final status. */
export function isFinalStatus(value: unknown): boolean {
  return isStatus(value) && isFinal(value);
}

/** The statuses that a client sets, in order, to take an action from one status to another by the fewest transitions; empty when that is impossible. */
export function pathTo(from: OperationStatus, to: OperationStatus): readonly OperationStatus[] {
  const paths: (readonly OperationStatus[])[] = [[from]];
  for (const path of paths) {
    const at = path.at(-1);
    if (at === to) return path.slice(1);
    for (const one of transitions) if (one.from === at && one.by.includes('client')) paths.push([...path, one.to]);
  }
  return [];
}
