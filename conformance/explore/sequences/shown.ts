import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { preview } from '../../engine/evidence/preview.js';
import { member } from '../../engine/evidence/reply.js';
import type { Action } from '../../engine/world/world.js';
import { hasHistory, statesLater, statesShowing, statesShown } from '../../model/action-model.js';
import { instant } from '../../model/instant.js';
import { isBackwards, isFinalStatus, isStatus } from '../../model/lifecycle.js';
import { fixedProperties } from '../../model/property-groups.js';
import { continues, differing, historyOf, shownAction, writtenValues } from '../../model/shown-action.js';
import type { Discrepancy } from './discrepancy.js';
import { broken, brokenRequirement, isAmbiguous } from './requirements.js';
import { type TrackedAction, trackedAction } from './tracked-action.js';

/** Compares an action in a response with every state that the model allows. `tracked` is what is known of the action then. */
export function checkShown(tracked: TrackedAction, action: Action, exchange: Exchange) {
  const wrong: readonly Discrepancy[] = [wrongStatus, wrongHistory, wrongValues, wrongLastChange]
    .flatMap((compare) => compare(tracked, action))
    .map((one) => ({ received: preview(valueAt(one.at, action)), exchange, ...one }));
  const remaining = statesShowing(statesLater(tracked.states, false), shownAction(action));
  return { wrong, tracked: trackedAction(action, remaining.length > 0 ? remaining : undefined) };
}

/** A discrepancy before the exchange is known. What was received is the value at the pointer, unless it is set. */
type Wrong = Omit<Discrepancy, 'exchange' | 'received' | 'at'> & {
  readonly at: `/${string}`;
  readonly received?: string;
};
type Compare = (tracked: TrackedAction, action: Action) => readonly Wrong[];

const wrongStatus: Compare = ({ states, shown, since }, action) => {
  const [before, now] = [shown.status, shownAction(action)];
  const possible = statesLater(states, false);
  if (!now.status || statesShowing(possible, now).length > 0) return [];
  const isBack = isStatus(before) && isBackwards(before, now.status);
  // Of two reads with nothing between them, the second shows an earlier status; no request moves a finished action.
  const onlyRead = since.length === 0 && isBack;
  const difference = isFinalStatus(before) && !onlyRead ? 'status after the end' : isBack ? 'earlier status' : 'status';
  const cancelled = states.some(({ cancelPending }) => cancelPending) || since.some(({ what }) => what === 'cancel');
  const starts = difference === 'status' && now.status === 'Running' && cancelled;
  return [
    {
      id: starts ? broken.cancelStarts : brokenRequirement(difference, since, 'status'),
      message: 'no request explains the status of the action',
      expected: [...new Set(possible.map(({ status }) => preview(status)))].join(' or '),
      at: '/status',
      unlessMoved: statesShowing(statesLater(states, true), now).length > 0,
    },
  ];
};

const wrongHistory: Compare = ({ states, shown, since }, action) => {
  if (!Array.isArray(shown.states) || !Array.isArray(action.states)) return [];
  const at = '/states';
  const [before, { status: to, history }] = [shownAction(shown), shownAction(action)];
  if (!continues(historyOf(action), historyOf(shown))) {
    const message = 'the history does not begin with the entries that it had before';
    return [{ id: broken.historyRewritten, message, expected: preview(shown.states), at }];
  }
  const from = before.status;
  if (!from || !to) return [];
  const explained = statesLater([...statesShown(before), ...states], true);
  if (explained.some((state) => state.status === to && hasHistory(state, history))) return [];
  const without = isFinalStatus(from) ? 'entries after the end' : 'entries without a change';
  const repeated = since.some((one) => one.what === 'update' && one.patch.status === to);
  const id = leavesFinal(history, before.history.length, since)
    ? broken.forbiddenTransitionAccepted
    : brokenRequirement(from === to ? without : 'entries for a change', since, 'status', !repeated);
  const added = from === to ? 'no new entry' : `one entry for each change from ${from} to ${to}`;
  return [
    {
      id,
      message: 'the history does not explain the status',
      expected: `${preview(before.history)} and ${added}`,
      received: preview(history),
      at,
    },
  ];
};

const ofTheEnd = ['completedDateTime', 'errorInfo'];

/** The values that no request explains, and the properties that never change, or not after the action has ended. */
const wrongValues: Compare = (tracked, action) => {
  const { states, shown, since } = tracked;
  const [before, now] = [shownAction(shown).values, shownAction(action).values];
  const ended = isFinalStatus(shown.status) && shown.status === action.status;
  const sent = since.flatMap((one) => (one.what === 'update' ? Object.keys(one.patch) : []));
  const kept = [...fixedProperties, ...(ended ? ofTheEnd.filter((name) => !sent.includes(name)) : [])];
  const changed = differing(shown, action).filter((name) => kept.includes(name));
  return [
    ...Object.entries(states[0]?.values ?? {}).filter(([pointer, value]) => now[pointer] !== value),
    ...changed.map((name) => [name, preview(shown[name] ?? null)] as const),
  ].map(([pointer, expected]) => ({
    id: brokenRequirement(kindOf(pointer), since, pointer, isIgnored(pointer, expected, now[pointer], before[pointer])),
    message: `no request explains the value of ${pointer}`,
    expected: asWritten(pointer, expected, tracked),
    at: `/${pointer}`,
    ambiguous: isAmbiguous(since, pointer),
  }));
};

/** The value as a request sent it, or a response showed it: the model has names in lower case. */
function asWritten(pointer: string, expected: string, { shown, since }: TrackedAction): string {
  const bodies = since.flatMap((one) =>
    one.what === 'update' ? [one.patch] : one.what === 'create' ? [one.body] : [],
  );
  const body = [shown, ...bodies].findLast((one) => writtenValues(one)[pointer] === expected);
  return body ? preview(valueAt(`/${pointer}`, body)) : expected;
}

/** Whether new entries show that an update has set a status after a final one: the status between was never shown. */
function leavesFinal(history: readonly string[], known: number, since: TrackedAction['since']): boolean {
  const isLeft = history.some((status, index) => {
    const next = history[index + 1];
    return index >= known && isFinalStatus(status) && next !== undefined && next !== status;
  });
  return isLeft && since.some((one) => one.what === 'update' && one.patch.status !== undefined);
}

/** Whether the earlier value is still shown, apart from pairs that were sent, because they show that the PATCH had an effect. */
function isIgnored(pointer: string, sent: string, now: string | undefined, before: string | undefined): boolean {
  if (now !== before) return false;
  const [shown, wanted]: readonly unknown[] =
    pointer === 'parameters' ? [now ?? 'null', sent].map((text) => JSON.parse(text)) : [];
  if (!Array.isArray(shown) || !Array.isArray(wanted)) return true;
  return !shown.some((pair) => wanted.some((one) => isDeepStrictEqual(one, pair)));
}

function kindOf(pointer: string) {
  if (fixedProperties.includes(pointer)) return 'fixed property';
  if (ofTheEnd.includes(pointer)) return 'property of the end';
  if (pointer.startsWith('vendorInformation/')) return 'vendorInformation';
  return pointer === 'parameters' ? 'parameters' : 'text';
}

const wrongLastChange: Compare = ({ shown }, action) => {
  const [last, now] = [instant(shown.lastActionDateTime), instant(action.lastActionDateTime)];
  if (last === undefined || now === undefined || now >= last) return [];
  const expected = `${preview(shown.lastActionDateTime)} or later`;
  return [
    { id: broken.lastChangeGoesBack, message: 'lastActionDateTime goes back', expected, at: '/lastActionDateTime' },
  ];
};

function valueAt(pointer: string, body: object): unknown {
  return pointer.slice(1).split('/').reduce<unknown>(member, body) ?? null;
}
