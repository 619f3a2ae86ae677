import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Action } from '../../engine/world/world.js';
import { continues, historyOf } from '../../model/history.js';
import { instant } from '../../model/instant.js';
import { isBackwards, isFinalStatus, isLegal, isStatus } from '../../model/lifecycle.js';
import { differing } from '../../model/same-values.js';
import { later, narrowed } from '../../model/standing.js';
import { blameFor } from './blame.js';
import { type Discrepancy, discrepancy } from './discrepancy.js';
import { type Tracked, trackedAs } from './tracked.js';
import { wrongValues } from './values.js';

/** What a showing of an action came to: what is wrong with it, and what is known of the action now. */
export interface Observed {
  readonly wrong: readonly Discrepancy[];
  readonly tracked: Tracked;
}

/** Holds a showing of an action against all that the model allows, and narrows the model to it. */
export function observe(tracked: Tracked, shown: Action, exchange: Exchange): Observed {
  const lawful = narrowed(later(tracked.standings, false), String(shown.status) as never);
  const wrong = [
    ...wrongStatus(tracked, shown, exchange),
    ...wrongHistory(tracked, shown, exchange),
    ...wrongValues(tracked, shown, exchange),
    ...wrongRest(tracked, shown, exchange),
  ];
  const now = trackedAs(shown, tracked.standings);
  return { wrong, tracked: lawful.length > 0 ? { ...now, standings: lawful } : now };
}

function wrongStatus(tracked: Tracked, { status }: Action, exchange: Exchange): readonly Discrepancy[] {
  const before = tracked.shown.status;
  if (!isStatus(status) || tracked.standings.length === 0) return [];
  const lawful = later(tracked.standings, false);
  if (narrowed(lawful, status).length > 0) return [];
  const unlessMoved = narrowed(later(tracked.standings, true), status).length > 0;
  const back = isStatus(before) && !isFinalStatus(before) && isBackwards(before, status);
  const id = isFinalStatus(before)
    ? blameFor(tracked.causes, { cancel: 'LIFECYCLE-14', otherwise: 'LIFECYCLE-3' })
    : back
      ? 'LIFECYCLE-2'
      : blameFor(tracked.causes, {
          update: ({ status: to }) => (to ? 'LIFECYCLE-5' : 'UPDATE-5'),
          refused: () => 'LIFECYCLE-15',
          otherwise: 'RESOURCE-18',
        });
  const expected = [...new Set(lawful.map((one) => one.status))].join(' or ');
  const message = `the action is ${status}, which nothing that was done to it explains`;
  return [discrepancy(id, message, { expected, received: status, at: '/status', exchange }, unlessMoved)];
}

function wrongHistory(tracked: Tracked, shown: Action, exchange: Exchange): readonly Discrepancy[] {
  if (!Array.isArray(tracked.shown.states) || !Array.isArray(shown.states)) return [];
  const [before, now] = [historyOf(tracked.shown), historyOf(shown)];
  const seen = { expected: before, received: now, at: '/states', exchange };
  if (!continues(now, before))
    return [discrepancy('LIFECYCLE-7', 'the history no longer begins with what it held before', seen)];
  // Nothing is foreseen after a step that was unlawfully taken, and that has been told.
  if (tracked.standings.length === 0) return [];
  const added = now.slice(before.length).map(({ status }) => status);
  const [from, to] = [tracked.shown.status, shown.status];
  if (!isStatus(from) || !isStatus(to) || leads(from, added, to)) return [];
  // The first entry of a history may come with the first change (reading 0032).
  if (before.length === 0 && added[0] === from && leads(from, added.slice(1), to)) return [];
  const id =
    from !== to
      ? 'LIFECYCLE-6'
      : blameFor(tracked.causes, {
          update: ({ status }) => (status === to ? 'LIFECYCLE-12' : 'LIFECYCLE-6'),
          cancel: isFinalStatus(from) ? 'LIFECYCLE-14' : 'LIFECYCLE-6',
          refused: () => 'LIFECYCLE-15',
          otherwise: 'LIFECYCLE-6',
        });
  const expected = from === to ? 'no new entry' : `one entry for each step from ${from} to ${to}`;
  const received = added.length === 0 ? 'no new entry' : `new entries ${added.map(String).join(', ')}`;
  return [
    discrepancy(id, 'the history does not tell how the status came about', { ...seen, expected, received }, false),
  ];
}

/** Whether lawful steps over these statuses, one after the other, lead from one to the other. */
function leads(from: unknown, over: readonly unknown[], to: unknown): boolean {
  const way = [from, ...over];
  const steps = over.map((next, index) => [way[index], next] as const);
  return way.at(-1) === to && steps.every(([one, next]) => isStatus(one) && isStatus(next) && isLegal(one, next));
}

const fixed = ['createdDateTime', 'appId', 'azureTenantId', 'user'];
const ofTheEnd = ['completedDateTime', 'errorInfo'];

/** What nobody may change, and what stays once the action has ended. */
function wrongRest(tracked: Tracked, shown: Action, exchange: Exchange): readonly Discrepancy[] {
  const { shown: before, causes } = tracked;
  const ended = isFinalStatus(before.status) && before.status === shown.status;
  const sent = new Set(causes.flatMap((one) => (one.what === 'update' ? Object.keys(one.patch) : [])));
  const kept = [...fixed, ...(ended ? ofTheEnd.filter((name) => !sent.has(name)) : [])];
  const changed = differing(before, shown, 'securityAction').filter((name) => kept.includes(name));
  const wrong = changed.map((name) => {
    const id = blameFor(causes, {
      update: () => 'UPDATE-5',
      cancel: ofTheEnd.includes(name) ? 'LIFECYCLE-14' : 'RESOURCE-18',
      otherwise: 'RESOURCE-18',
    });
    const seen = { expected: before[name] ?? null, received: shown[name] ?? null, at: `/${name}`, exchange };
    return discrepancy(id, `${name} has changed, and nothing that was done may change it`, seen);
  });
  const [last, now] = [instant(before.lastActionDateTime), instant(shown.lastActionDateTime)];
  if (last === undefined || now === undefined || now >= last) return wrong;
  const seen = { expected: `${before.lastActionDateTime} or later`, received: shown.lastActionDateTime, exchange };
  return [
    ...wrong,
    discrepancy('LIFECYCLE-10', 'lastActionDateTime went back', { ...seen, at: '/lastActionDateTime' }),
  ];
}
