import {
  allowedTransitions,
  isAllowedTransition,
  isFinal,
  isStatus,
  type OperationStatus,
  statuses,
} from './lifecycle.js';
import type { Specification } from './linearize.js';
import { isObject, member } from './observed.js';
import { type PropertyValues, type ShownAction, writtenValues } from './shown-action.js';

/** One state in which an action may be. A model holds several of them where the contract leaves freedom. */
export interface ActionState extends ShownAction {
  readonly status: OperationStatus;
  /** A cancel was accepted and has not ended the action yet (decision 0031). */
  readonly cancelPending: boolean;
}

/** What an update sends. */
export interface SentUpdate {
  readonly status?: OperationStatus | undefined;
  readonly values: PropertyValues;
  /** Whether it sends more than a status. */
  readonly more: boolean;
}

/** A request about an action and its response. */
export interface ModelOperation {
  readonly operation: 'get' | 'update' | 'cancel';
  readonly sent?: SentUpdate | undefined;
  /** The status code; absent when there is no response. */
  readonly response?: number | undefined;
  /** The action in the response; absent when the response shows nothing that can be compared. */
  readonly shown?: ShownAction | undefined;
  /** Sent so late that everything in the background has ended. */
  readonly settled?: boolean;
}

/** What a response has to agree with, besides the status and the plain properties. Each has a requirement of its own. */
export interface ModelClaims {
  /** Each change of status appends one entry to `states` (LIFECYCLE-6, LIFECYCLE-7). */
  readonly history: boolean;
  /** A cancelled action has ended when everything is settled, and it does not start before that (LIFECYCLE-13, CANCEL-10). */
  readonly ending: boolean;
  /** An update replaces all parameters and merges the parts of the vendor (UPDATE-7, UPDATE-8). */
  readonly parts: boolean;
  /** An update that goes backwards or leaves a final status is rejected (LIFECYCLE-4). */
  readonly transitions: boolean;
}

export const allClaims: ModelClaims = { history: true, ending: true, parts: true, transitions: true };

/** The circumstances under which an operation runs. */
export interface Circumstances {
  /** The target may also change the status by itself at any time. */
  readonly moves: boolean;
  /** Other requests run at the same time, so a request may be rejected because of a conflict. */
  readonly concurrent?: boolean;
  readonly claims?: ModelClaims;
}

/** The states of an action that was shown like this: with any status when it shows none. */
export function statesShown(shown: ShownAction): readonly ActionState[] {
  return (shown.status ? [shown.status] : statuses).map((status) => ({ ...shown, status, cancelPending: false }));
}

/** Reads an update body for the model. */
export function sentUpdate(body: unknown): SentUpdate {
  const status = member(body, 'status');
  const more = isObject(body) && Object.keys(body).some((name) => name !== 'status');
  return { status: isStatus(status) ? status : undefined, values: writtenValues(body), more };
}

/** The states after an operation that explain its response; none when no state explains it. */
export function statesAfter(
  states: readonly ActionState[],
  operation: ModelOperation,
  under: Circumstances,
): readonly ActionState[] {
  const next = statesLater(states, under.moves).flatMap((state) => outcomes(state, operation, under));
  return distinct(next, under.claims);
}

/** The states some time later: a pending cancel may have ended the action, and with `moves` the target may have changed its status. */
export function statesLater(states: readonly ActionState[], moves: boolean): readonly ActionState[] {
  return distinct(states.flatMap((state) => progressed(state, moves)));
}

/** Those states that a response with this action leaves possible. */
export function statesShowing(states: readonly ActionState[], shown: ShownAction): readonly ActionState[] {
  const possible = states.filter(({ status }) => status === shown.status);
  return distinct(possible.map(({ status, cancelPending }) => ({ ...shown, status, cancelPending })));
}

/** The state after an update that was carried out, whether or not the contract allows it. */
export function statesUpdated(state: ActionState, sent: Partial<SentUpdate>): readonly ActionState[] {
  const { status = state.status, values } = sent;
  const moved = status === state.status ? [state] : entered(state, status);
  return moved.map((one) => ({ ...one, values: { ...one.values, ...values } }));
}

/** Whether the state agrees with a history that was shown. A first entry may only appear with the first change (decision 0032). */
export function hasHistory({ status, history }: ActionState, shown: readonly string[]): boolean {
  return shown.join() === history.join() || (history.length === 0 && shown.join() === status);
}

/** What the status code of a response says about the effect of the request. */
export function effectOf(response: number | undefined): 'done' | 'rejected' | 'unknown' {
  if (response === undefined || response < 200) return 'unknown';
  if (response < 300) return 'done';
  return response >= 400 && response < 500 ? 'rejected' : 'unknown';
}

/** The model as the linearizability search uses it: operations overlap, and the target may move the action by itself (decision 0031). */
export function concurrentModel(before: ShownAction, claims: ModelClaims): Specification<ActionState, ModelOperation> {
  return {
    initial: statesShown(before),
    key: (state) => keyOf(state, claims),
    next: (state, operation) => statesAfter([state], operation, { moves: true, concurrent: true, claims }),
  };
}

/** Rejections because of another request to the same action: a lock, a version, or too many requests. */
const conflicts = [409, 412, 423, 425, 429];

function outcomes(state: ActionState, operation: ModelOperation, under: Circumstances): readonly ActionState[] {
  const { concurrent = false, claims = allClaims } = under;
  const { response = 0, sent } = operation;
  const effect = effectOf(operation.response);
  if (operation.operation === 'get') {
    return effect === 'unknown' || (effect === 'done' && agrees(state, operation, claims)) ? [state] : [];
  }
  const cancels = operation.operation === 'cancel';
  const allowed = cancels ? !isFinal(state.status) : canBecome(state, sent?.status);
  if (effect === 'rejected') {
    // A finished action may also reject an update that the lifecycle allows (decision 0036).
    const mayReject = !allowed || (isFinal(state.status) && (concurrent || sent?.more === true));
    const codes = [...(mayReject ? [400, 409, 422] : []), ...(concurrent ? conflicts : [])];
    // Only a SHOULD says with which status code a cancel of a finished action may be rejected (CANCEL-13).
    const isLateCancel = concurrent && cancels && !allowed;
    return isLateCancel || codes.includes(response) ? [state] : [];
  }
  // A finished action may accept a cancel, which then changes nothing (decision 0038).
  if (cancels) return [allowed ? { ...state, cancelPending: true } : state];
  return allowed || !claims.transitions ? statesUpdated(state, sent ?? {}) : [];
}

function agrees(state: ActionState, { shown, settled }: ModelOperation, claims: ModelClaims): boolean {
  if (settled && claims.ending && state.cancelPending) return false;
  if (!shown?.status) return true;
  if (shown.status !== state.status || shown.id !== state.id) return false;
  if (claims.history && !hasHistory(state, shown.history)) return false;
  return Object.entries(shown.values).every(
    ([name, value]) =>
      state.values[name] === value || (!claims.parts && /^(parameters|vendorInformation)\b/.test(name)),
  );
}

function canBecome({ status }: ActionState, wanted: OperationStatus | undefined): boolean {
  return wanted === undefined || wanted === status || isAllowedTransition(status, wanted, 'client');
}

/** The state itself, and the states after the transitions that may follow without a further request. */
function progressed(state: ActionState, moves: boolean): readonly ActionState[] {
  const next = allowedTransitions().filter(
    ({ from, by }) =>
      from === state.status && ((moves && by.includes('server')) || (state.cancelPending && by.includes('cancel'))),
  );
  return [state, ...next.flatMap(({ to }) => entered(state, to)).flatMap((one) => progressed(one, moves))];
}

function entered(state: ActionState, status: OperationStatus): readonly ActionState[] {
  const cancelPending = state.cancelPending && !isFinal(status);
  const histories = [[...state.history, status], ...(state.history.length === 0 ? [[state.status, status]] : [])];
  return histories.map((history) => ({ ...state, status, history, cancelPending }));
}

function keyOf({ id, status, values, history, cancelPending }: ActionState, claims: ModelClaims): string {
  return JSON.stringify([id, status, values, claims.history && history, claims.ending && cancelPending]);
}

function distinct(states: readonly ActionState[], claims = allClaims): readonly ActionState[] {
  return [...new Map(states.map((state) => [keyOf(state, claims), state])).values()];
}
