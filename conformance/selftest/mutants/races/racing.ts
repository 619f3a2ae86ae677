import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../../../../generated/requirements.js';
import type { StoredAction } from '../../../reference/action/action.js';
import type { Version } from '../../../reference/store.js';
import { mutant } from '../../mutant.js';
import type { Difference, Wrap } from '../../server/difference.js';
import { idIn, operationOf } from '../../server/operation.js';

/** A mutant that only concurrent requests kill. */
export function racing(...[requirement, defect, how, rest]: Parameters<typeof mutant>): ReturnType<typeof mutant> {
  return mutant(requirement, defect, how, { ...rest, foundBy: 'races' });
}

/** How an operation is split into a read and a write, a few milliseconds apart. */
export interface ReadsEarly {
  /** The operations that are split. */
  readonly on: readonly Operation[];
  /** The action as the operation sees it: by default as it was when the request arrived. */
  readonly reads?: (early: StoredAction, now: StoredAction) => StoredAction;
  /** The action that it stores: by default its whole result. */
  readonly writes?: (made: StoredAction, early: StoredAction, now: StoredAction) => StoredAction;
}

/** Milliseconds between read and write, used in rotation, so that the windows for a race differ in width. */
const pauses = [3, 5, 2, 4];

/** Makes a function that waits for the next pause of one server. */
export function pausing(): () => Promise<void> {
  let count = 0;
  return () => sleep(pauses[count++ % pauses.length]);
}

/** A server that reads when a request arrives and writes a few milliseconds later. Only concurrent requests show it. */
export function readsEarly({ on, reads = (early) => early, writes = (made) => made }: ReadsEarly): () => Difference {
  return () => {
    const newest = new Map<string, Version>();
    const earlyReads = new AsyncLocalStorage<Version>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        const operation = operationOf(request);
        const early = newest.get(idIn(request));
        if (!operation || !on.includes(operation) || !early) return inner(request);
        await pause();
        return earlyReads.run(early, () => inner(request));
      },
      behaviour: (right) => ({
        lookUp: (collection, id, operation) => {
          const now = right.lookUp(collection, id, operation);
          const early = earlyReads.getStore();
          return now && early ? { ...now, action: reads(early.action, now.action) } : now;
        },
        save: (collection, made, operation) => {
          const early = earlyReads.getStore();
          const now = newest.get(made.id);
          const stored = early && now ? writes(made, early.action, now.action) : made;
          const version = right.save(collection, stored, operation);
          newest.set(made.id, version);
          return version;
        },
      }),
    };
  };
}

/** The members in which `made` differs from `early`, as an UPDATE of the changed columns writes them. */
export function changedMembers(made: StoredAction, early: StoredAction): Partial<StoredAction> {
  const members = Object.entries(made).filter(([name, value]) => value !== early[name as keyof StoredAction]);
  return Object.fromEntries(members) as Partial<StoredAction>;
}

/** The present history with the entries that `made` adds to `early`. */
export function appended(made: StoredAction, early: StoredAction, now: StoredAction): Pick<StoredAction, 'states'> {
  return { states: [...now.states, ...made.states.slice(early.states.length)] };
}

/** The members that a final transition sets. */
export function endOf({ status, states, completedDateTime, errorInfo }: StoredAction): Partial<StoredAction> {
  return { status, states, completedDateTime, errorInfo };
}

/** The members that a client can write, without the status. */
export function writableOf({
  name,
  actionReason,
  clientContext,
  parameters,
  vendorInformation,
}: StoredAction): Partial<StoredAction> {
  return { name, actionReason, clientContext, parameters, vendorInformation };
}

/** Runs the requests of one operation on one action one at a time, but those of different operations concurrently. */
export function lockedByOperation(): Wrap {
  const queues = new Map<string, Promise<unknown>>();
  return (inner) => (request) => {
    const lock = `${operationOf(request)} ${idIn(request)}`;
    const turn = (queues.get(lock) ?? Promise.resolve()).then(() => inner(request));
    queues.set(
      lock,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
