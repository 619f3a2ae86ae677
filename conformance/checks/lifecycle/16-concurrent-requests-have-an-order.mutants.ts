import type { Version } from '../../reference/store.js';
import { bodyOf, withBody } from '../../selftest/mutants/changes.js';
import {
  appended,
  changedMembers,
  endOf,
  lockedByOperation,
  pausing,
  racing,
  readsEarly,
  writableOf,
} from '../../selftest/mutants/races/racing.js';
import { idIn, operationOf } from '../../selftest/server/operation.js';
import { rebuilt } from '../../selftest/server/wire.js';

export const mutants = [
  racing(
    'LIFECYCLE-16',
    'a get reads the status and the history first, and the strings some milliseconds later',
    readsEarly({ on: ['get'], reads: (early, now) => ({ ...now, ...endOf(early) }) }),
  ),
  racing(
    'LIFECYCLE-16',
    'a get reads the parameters from another table, at another time',
    readsEarly({ on: ['get'], reads: (early, now) => ({ ...now, parameters: early.parameters }) }),
  ),
  racing('LIFECYCLE-16', 'a get that is slower than an update stores the old action in the cache', () => {
    const cache = new Map<string, Version>();
    const reading = readsEarly({ on: ['get'] })();
    return {
      ...reading,
      behaviour: (right) => {
        const slow = typeof reading.behaviour === 'function' ? reading.behaviour(right) : {};
        return {
          save: (collection, action, operation) => {
            cache.delete(action.id);
            return (slow.save ?? right.save)(collection, action, operation);
          },
          lookUp: (collection, id, operation) => {
            if (operation !== 'get') return right.lookUp(collection, id, operation);
            const stored = (slow.lookUp ?? right.lookUp)(collection, id, operation);
            const version = stored && (cache.get(id) ?? stored);
            if (version) cache.set(id, version);
            return version;
          },
        };
      },
    };
  }),
  racing('LIFECYCLE-16', 'an update writes its columns to the store and the whole action to the cache', () => {
    const cache = new Map<string, Version>();
    let whole: Version['action'] | undefined;
    const writing = readsEarly({
      on: ['update'],
      writes: (made, early, now) => {
        whole = made;
        return made.status === early.status ? { ...now, ...changedMembers(made, early) } : made;
      },
    })();
    return {
      ...writing,
      behaviour: (right) => {
        const slow = typeof writing.behaviour === 'function' ? writing.behaviour(right) : {};
        return {
          ...slow,
          save: (collection, action, operation) => {
            whole = action;
            const version = (slow.save ?? right.save)(collection, action, operation);
            cache.set(action.id, { ...version, action: whole });
            return version;
          },
          lookUp: (collection, id, operation) => {
            const stored = (slow.lookUp ?? right.lookUp)(collection, id, operation);
            return stored && operation === 'get' ? (cache.get(id) ?? stored) : stored;
          },
        };
      },
    };
  }),
  racing('LIFECYCLE-16', 'an update deletes the row and inserts a new one: a get in between responds with 404', () => {
    const gone = new Set<string>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        if (operationOf(request) !== 'update') return inner(request);
        gone.add(idIn(request));
        await pause();
        gone.delete(idIn(request));
        return inner(request);
      },
      behaviour: (right) => ({
        lookUp: (collection, id, operation) =>
          operation === 'get' && gone.has(id) ? undefined : right.lookUp(collection, id, operation),
      }),
    };
  }),
  racing('LIFECYCLE-16', 'the columns of an update are written one after the other', () => {
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        if (operationOf(request) !== 'update') return inner(request);
        const { actionReason, ...first } = await bodyOf(request);
        if (actionReason === undefined || Object.keys(first).length === 0) return inner(request);
        const whole = request.clone();
        const answer = await inner(withBody(request, first));
        if (answer.status !== 200) return answer;
        await pause();
        return inner(whole);
      },
    };
  }),
  racing('LIFECYCLE-16', 'a get shows the values of an update before it is rejected', () => {
    const uncommitted = new Map<string, object>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        const { actionReason, status } = operationOf(request) === 'update' ? await bodyOf(request) : {};
        if (typeof actionReason !== 'string' || status === undefined) return inner(request);
        uncommitted.set(idIn(request), { actionReason });
        await pause();
        uncommitted.delete(idIn(request));
        return inner(request);
      },
      behaviour: (right) => ({
        lookUp: (collection, id, operation) => {
          const version = right.lookUp(collection, id, operation);
          if (operation !== 'get' || !version) return version;
          return { ...version, action: { ...version.action, ...uncommitted.get(id) } };
        },
      }),
    };
  }),
  racing('LIFECYCLE-16', 'only the last of several updates within some milliseconds is carried out', () => {
    const newest = new Map<string, { request: Request; answer?: Promise<Response> }>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        if (operationOf(request) !== 'update') return inner(request);
        const id = idIn(request);
        const mine: { request: Request; answer?: Promise<Response> } = { request };
        newest.set(id, mine);
        await pause();
        const last = newest.get(id) ?? mine;
        last.answer ??= Promise.resolve(inner(last.request));
        return (await last.answer).clone();
      },
    };
  }),
  racing('LIFECYCLE-16', 'a cancel during an update is accepted and ignored', () => {
    const busy = new Map<string, number>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        const operation = operationOf(request);
        const id = idIn(request);
        if (operation === 'cancel' && busy.get(id)) return new Response(null, { status: 204 });
        if (operation !== 'update') return inner(request);
        busy.set(id, (busy.get(id) ?? 0) + 1);
        await pause();
        busy.set(id, (busy.get(id) ?? 0) - 1);
        return inner(request);
      },
    };
  }),
  racing('LIFECYCLE-16', 'two updates share a response buffer, and one response shows half of the other', () => {
    const buffers = new Map<string, Record<string, unknown>>();
    const pause = pausing();
    return {
      fetch: (inner) => async (request) => {
        const answer = await inner(request);
        if (operationOf(request) !== 'update' || answer.status !== 200) return answer;
        const id = idIn(request);
        const { actionReason, ...shown } = (await answer.clone().json()) as Record<string, unknown>;
        const buffer = buffers.get(id) ?? {};
        buffers.set(id, buffer);
        buffer.actionReason ??= actionReason;
        await pause();
        buffers.delete(id);
        return rebuilt(answer, { text: JSON.stringify({ ...shown, actionReason: buffer.actionReason }) });
      },
    };
  }),
  racing(
    'LIFECYCLE-16',
    'an update writes the whole action that it read before an await',
    readsEarly({ on: ['update'] }),
  ),
  racing(
    'LIFECYCLE-16',
    'a cancel writes the whole action that it read before an await',
    readsEarly({ on: ['cancel'] }),
  ),
  racing(
    'LIFECYCLE-16',
    'updates and cancels replace the whole action: the last one wins',
    readsEarly({ on: ['update', 'cancel'] }),
  ),
  racing(
    'LIFECYCLE-16',
    'an update writes the changed strings, and the status that it read',
    readsEarly({
      on: ['update'],
      writes: (made, early, now) => ({ ...now, ...changedMembers(made, early), ...endOf(made) }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status is checked before an await and the changed columns are written after it',
    readsEarly({ on: ['update'], writes: (made, early, now) => ({ ...now, ...changedMembers(made, early) }) }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status is checked before an await, and both final statuses are added to the history',
    readsEarly({
      on: ['update', 'cancel'],
      writes: (made, early, now) => ({ ...now, ...changedMembers(made, early), ...appended(made, early, now) }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'two concurrent cancels both add an entry to the history',
    readsEarly({
      on: ['cancel'],
      writes: (made, early, now) =>
        now.status !== 'Failed' && now.status !== early.status
          ? now
          : { ...now, ...changedMembers(made, early), ...appended(made, early, now) },
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'a cancel that read an unfinished action overwrites its final status',
    readsEarly({
      on: ['cancel'],
      writes: (made, early, now) => ({
        ...now,
        ...changedMembers(made, early),
        states: [...early.states, ...made.states.slice(-1)],
      }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status comes from one update and the history from the other',
    readsEarly({
      on: ['update'],
      writes: (made, early, now) => ({
        ...now,
        ...changedMembers(made, early),
        states: now.states.length > early.states.length ? now.states : made.states,
      }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the vendor is one column, so one of two updates of its parts is lost',
    readsEarly({
      on: ['update'],
      reads: (early, now) => ({ ...now, vendorInformation: early.vendorInformation }),
      writes: (made, early, now) =>
        made.vendorInformation === early.vendorInformation
          ? { ...made, vendorInformation: now.vendorInformation }
          : made,
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'an update is confirmed and dropped when another request wrote in between',
    readsEarly({ on: ['update'], writes: (made, early, now) => (now === early ? made : now) }),
  ),
  racing(
    'LIFECYCLE-16',
    'the retry after a conflict writes only one property',
    readsEarly({
      on: ['update'],
      writes: (made, early, now) => {
        if (now === early) return made;
        const [first] = Object.entries(changedMembers(made, early)).filter(([name]) => name in writableOf(made));
        return { ...now, ...(first && { [first[0]]: first[1] }) };
      },
    }),
  ),
  racing('LIFECYCLE-16', 'updates wait for updates and cancels for cancels, but not for each other', () => {
    const server = readsEarly({ on: ['update', 'cancel'] })();
    const lock = lockedByOperation();
    return { ...server, fetch: (inner) => lock(server.fetch?.(inner) ?? inner) };
  }),
];
