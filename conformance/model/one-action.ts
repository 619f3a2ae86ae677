import { isFinal, isLegal, legalTransitions, type OperationStatus } from './lifecycle.js';
import type { Specification, Timed } from './linearize.js';

/** What is seen of an action: values by the name of the property, each written so that equal values are equal texts. */
export interface Seen {
  readonly status: OperationStatus;
  readonly values: Readonly<Record<string, string>>;
  /** The statuses in `states`, oldest first. */
  readonly history: readonly string[];
}

/** One request about an action, and what came of it. */
export interface ActionOperation extends Timed {
  readonly does: 'get' | 'update' | 'cancel';
  /** What an update sends; properties left out stay as they are. */
  readonly sent?: Partial<Pick<Seen, 'status' | 'values'>>;
  /** The status code of the answer; absent where none came. */
  readonly answer?: number;
  /** What the answer shows; absent where it shows nothing that could be compared. */
  readonly shows?: Seen;
  /** Seen so late that whatever goes on in the background has to be over. */
  readonly settled?: boolean;
}

/** What of an action's promises the order has to explain beside its status and its plain properties. Each of them is a SHOULD of its own. */
export interface Claims {
  /** Each change of status is one entry in `states` (LIFECYCLE-6, LIFECYCLE-7). */
  readonly history: boolean;
  /** A cancelled action has ended when all is settled (LIFECYCLE-13). */
  readonly ending: boolean;
}

/** An action as it may be between two requests. */
export interface ActionState extends Seen {
  /** A cancel was accepted and has not yet ended it. */
  readonly ending: boolean;
}

/** What an answer's status code says about the effect of the request. */
export function effectOf(answer: number | undefined): 'done' | 'refused' | 'unknown' {
  if (answer === undefined || answer < 200) return 'unknown';
  if (answer < 300) return 'done';
  return answer >= 400 && answer < 500 ? 'refused' : 'unknown';
}

/**
 * One action that is asked one thing after the other, with all the freedom of readings 0031 to 0038. At any time the target may move it
 * forward by itself, so that none is accused which lawfully does.
 */
export function oneAction(before: Seen, claims: Claims): Specification<ActionState, ActionOperation> {
  return {
    initial: [{ ...before, ending: false }],
    key: ({ status, values, history, ending }) =>
      JSON.stringify([status, values, claims.history && history, claims.ending && ending]),
    *next(state, deed) {
      for (const now of moved(state)) yield* after(now, deed, claims);
    },
  };
}

/** Refused because somebody else was at work on the action: with a lock, a version, or too many at once. */
const conflicts = [409, 412, 423, 425, 429];

function* after(state: ActionState, deed: ActionOperation, claims: Claims): Generator<ActionState> {
  const effect = effectOf(deed.answer);
  if (deed.does === 'get') {
    if (effect === 'unknown' || (effect === 'done' && fits(state, deed, claims))) yield state;
  } else if (effect === 'refused') {
    // A finished action may refuse a cancel (reading 0038) and any change (reading 0036), and 400 is tolerated beside 409.
    const lawful = !isFinal(state.status) && (deed.does === 'cancel' || canBecome(state, deed.sent?.status));
    if (conflicts.includes(deed.answer ?? 0) || (!lawful && [400, 422].includes(deed.answer ?? 0))) yield state;
  } else if (deed.does === 'cancel') {
    if (isFinal(state.status)) return yield state;
    for (const end of endsOf(state.status)) yield entered(state, end);
    yield { ...state, ending: true };
  } else {
    const { status = state.status, values } = deed.sent ?? {};
    if (!canBecome(state, status)) return;
    const now = status === state.status ? state : entered(state, status);
    yield { ...now, values: { ...now.values, ...values } };
  }
}

function fits(state: ActionState, { shows, settled }: ActionOperation, claims: Claims): boolean {
  if (settled && claims.ending && state.ending) return false;
  if (!shows) return true;
  if (shows.status !== state.status) return false;
  if (claims.history && shows.history.join() !== state.history.join()) return false;
  return Object.entries(shows.values).every(([name, value]) => state.values[name] === value);
}

function canBecome({ status }: ActionState, wanted: OperationStatus | undefined): boolean {
  return wanted === undefined || wanted === status || isLegal(status, wanted, 'client');
}

function endsOf(status: OperationStatus): readonly OperationStatus[] {
  return legalTransitions().flatMap((one) => (one.from === status && one.by.includes('cancel') ? [one.to] : []));
}

function entered(state: ActionState, status: OperationStatus): ActionState {
  return { ...state, status, history: [...state.history, status], ending: state.ending && !isFinal(status) };
}

/** The state as it is, and as it may be after any steps that the target takes by itself. */
function* moved(state: ActionState): Generator<ActionState> {
  yield state;
  for (const { from, to, by } of legalTransitions())
    if (from === state.status && by.includes('server')) yield* moved(entered(state, to));
}
