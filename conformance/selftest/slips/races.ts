import { apart, appended, changed, endOf, lockedByOperation, racing, textsOf } from './_racing.js';

/** What was read before an await is written after it. */
export const slips = [
  racing('LIFECYCLE-16', 'an update writes the whole action as it read it before an await', apart({ on: ['update'] })),
  racing('LIFECYCLE-16', 'a cancel writes the whole action as it read it before an await', apart({ on: ['cancel'] })),
  racing(
    'LIFECYCLE-16',
    'updates and cancels replace the whole document: the last one wins',
    apart({ on: ['update', 'cancel'] }),
  ),
  racing(
    'LIFECYCLE-16',
    'the texts of an update are written column by column, its status as it was read',
    apart({
      on: ['update'],
      writes: (made, early, now) => ({ ...now, ...changed(made, early), ...endOf(made) }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status is checked before an await and the changed columns are written after it',
    apart({ on: ['update'], writes: (made, early, now) => ({ ...now, ...changed(made, early) }) }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status is checked before an await, and both ends are added to the history',
    apart({
      on: ['update', 'cancel'],
      writes: (made, early, now) => ({ ...now, ...changed(made, early), ...appended(made, early, now) }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'two cancels that come together both add their entry to the history',
    apart({
      on: ['cancel'],
      writes: (made, early, now) =>
        now.status !== 'Failed' && now.status !== early.status
          ? now
          : { ...now, ...changed(made, early), ...appended(made, early, now) },
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'a cancel that found the action unfinished overwrites the end that it has come to',
    apart({
      on: ['cancel'],
      writes: (made, early, now) => ({
        ...now,
        ...changed(made, early),
        states: [...early.states, ...made.states.slice(-1)],
      }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the status is of the one update, and the history of the other',
    apart({
      on: ['update'],
      writes: (made, early, now) => ({
        ...now,
        ...changed(made, early),
        states: now.states.length > early.states.length ? now.states : made.states,
      }),
    }),
  ),
  racing(
    'LIFECYCLE-16',
    'the vendor is one column: two updates of its parts lose one of them',
    apart({
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
    'when somebody else has written in between, the update is dropped and answered all the same',
    apart({ on: ['update'], writes: (made, early, now) => (now === early ? made : now) }),
  ),
  racing(
    'LIFECYCLE-16',
    'the second attempt after a conflict takes over one property only',
    apart({
      on: ['update'],
      writes: (made, early, now) => {
        if (now === early) return made;
        const [first] = Object.entries(changed(made, early)).filter(([name]) => name in textsOf(made));
        return { ...now, ...(first && { [first[0]]: first[1] }) };
      },
    }),
  ),
  racing('LIFECYCLE-16', 'updates wait for updates and cancels for cancels, but not for each other', () => {
    const server = apart({ on: ['update', 'cancel'] })();
    const lock = lockedByOperation();
    return { ...server, fetch: (inner) => lock(server.fetch?.(inner) ?? inner) };
  }),
];
