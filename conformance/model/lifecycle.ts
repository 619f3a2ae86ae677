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
export interface Step {
  readonly from: OperationStatus;
  readonly to: OperationStatus;
}

/** Whether an action with this status has ended (LIFECYCLE-3). */
export function isFinal(status: OperationStatus): boolean {
  return finalStatuses.includes(status);
}

/** Every step that the contract allows, with who may cause it. */
export function legalTransitions(): readonly Transition[] {
  return transitions;
}

/** Whether the contract allows the step, by this actor where one is named. Staying where one is is no step, hence not legal. */
export function isLegal(from: OperationStatus, to: OperationStatus, by?: Actor): boolean {
  return transitions.some((one) => one.from === from && one.to === to && (by === undefined || one.by.includes(by)));
}

/** Every ordered pair of different statuses that the contract does not allow (LIFECYCLE-4). */
export function illegalTransitions(): readonly Step[] {
  const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to })));
  return pairs.filter(({ from, to }) => from !== to && !isLegal(from, to));
}

/** The statuses that an action may still come to in one or more legal steps; the present one is not among them. */
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

/** Whether an action first seen in `from` and later in `to` has gone back: `to` lies before `from` (LIFECYCLE-2). */
export function isBackwards(from: OperationStatus, to: OperationStatus): boolean {
  return reachable(to).has(from);
}

/** Whether seeing `from` and, some time later, `to` is explained by staying or by legal steps, however many went unseen. */
export function isPossibleLater(from: OperationStatus, to: OperationStatus): boolean {
  return from === to || reachable(from).has(to);
}

/** Whether a value that came from outside is a status of the contract, in its exact case (RESOURCE-2). */
export function isStatus(value: unknown): value is OperationStatus {
  return statuses.some((status) => status === value);
}

/** Whether a value that came from outside is a final status. */
export function isFinalStatus(value: unknown): boolean {
  return isStatus(value) && isFinal(value);
}

/** The statuses that a client sets one after the other to bring an action from one status to another by the fewest legal steps; empty when there is no way. */
export function pathTo(from: OperationStatus, to: OperationStatus): readonly OperationStatus[] {
  const paths: (readonly OperationStatus[])[] = [[from]];
  for (const path of paths) {
    const at = path.at(-1);
    if (at === to) return path.slice(1);
    for (const one of transitions) if (one.from === at && one.by.includes('client')) paths.push([...path, one.to]);
  }
  return [];
}
