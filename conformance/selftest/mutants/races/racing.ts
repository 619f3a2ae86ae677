import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../../../../generated/requirements.js';
import type { Action } from '../../../reference/action/action.js';
import type { Version } from '../../../reference/store.js';
import type { Difference, Wrap } from '../../server/difference.js';
import { mutant } from '../../mutant.js';
import { operationOf } from '../../server/operation.js';

/** A mutant that shows only when requests meet. */
export function racing(...[requirement, defect, how, rest]: Parameters<typeof mutant>): ReturnType<typeof mutant> {
  return mutant(requirement, defect, how, { ...rest, foundBy: 'races' });
}

/** How an operation comes apart into a read and a write with some milliseconds between them. */
export interface Apart {
  /** The operations that do. */
  readonly on: readonly Operation[];
  /** What the operation takes for the action: by default what it was when the request came. */
  readonly reads?: (early: Action, now: Action) => Action;
  /** What it stores then: by default the whole of what it made. */
  readonly writes?: (made: Action, early: Action, now: Action) => Action;
}

/** Milliseconds between the read and the write of a request: one after the other, so that windows have several widths. */
const pauses = [3, 5, 2, 4];

/** Counts through the pauses of one server. */
export function pausing(): () => Promise<void> {
  let count = 0;
  return () => sleep(pauses[count++ % pauses.length]);
}

/** The id of the action that a request is about. */
export function idIn({ url }: Request): string {
  return decodeURIComponent(new URL(url).pathname.split('/securityActions/')[1]?.split('/')[0] ?? '');
}

/** A server that reads when a request comes and writes a few milliseconds later; nobody notices while requests come one by one. */
export function apart({ on, reads = (early) => early, writes = (made) => made }: Apart): () => Difference {
  return () => {
    const newest = new Map<string, Version>();
    const turns = new AsyncLocalStorage<Version>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        const operation = operationOf(request);
        const early = newest.get(idIn(request));
        if (!operation || !on.includes(operation) || !early) return inner(request);
        await pause();
        return turns.run(early, () => inner(request));
      },
      behaviour: (right) => ({
        lookUp: (collection, id, operation) => {
          const now = right.lookUp(collection, id, operation);
          const early = turns.getStore();
          return now && early ? { ...now, action: reads(early.action, now.action) } : now;
        },
        save: (collection, made, operation) => {
          const early = turns.getStore();
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

/** The members in which `made` differs from `early`, and no others: what an UPDATE of the changed columns writes. */
export function changed(made: Action, early: Action): Partial<Action> {
  const members = Object.entries(made).filter(([name, value]) => value !== early[name as keyof Action]);
  return Object.fromEntries(members) as Partial<Action>;
}

/** The entries of the history that `made` adds to `early`, behind those that there are now. */
export function appended(made: Action, early: Action, now: Action): Pick<Action, 'states'> {
  return { states: [...now.states, ...made.states.slice(early.states.length)] };
}

/** What an end leaves in an action besides the texts. */
export function endOf({ status, states, completedDateTime, errorInfo }: Action): Partial<Action> {
  return { status, states, completedDateTime, errorInfo };
}

/** What a client writes in an action besides the status. */
export function textsOf({ name, actionReason, clientContext, parameters, vendorInformation }: Action): Partial<Action> {
  return { name, actionReason, clientContext, parameters, vendorInformation };
}

/** Lets only one request of each operation at a time at an action: the operations know nothing of each other's lock. */
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
