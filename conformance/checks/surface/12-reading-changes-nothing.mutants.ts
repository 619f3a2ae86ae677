import type { Action } from '../../reference/action/action.js';
import { enterStatus, server } from '../../reference/action/history.js';
import { stamp, timestamp } from '../../reference/action/instant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';

/** What a get does to the action that it shows, before or after it was shown. */
function gettingDoes(when: 'before' | 'after', change: (action: Action) => Action): Difference {
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => {
        const version = right.lookUp(collection, id, by);
        if (by !== 'get' || version === undefined) return version;
        const written = collection.save(change(version.action));
        return when === 'before' ? written : version;
      },
    }),
  };
}

/** An unfinished action goes one step on. */
function begin(action: Action): Action {
  const [author, at] = [server, stamp(action, Date.now())];
  return action.status === 'NotStarted' ? enterStatus(action, 'Running', { at, author }) : action;
}

export const mutants = [
  mutant(
    'SURFACE-12',
    'a get counts as an action on it',
    gettingDoes('before', (action) => ({ ...action, lastActionDateTime: timestamp(stamp(action, Date.now())) })),
  ),
  mutant('SURFACE-12', 'an action begins when it was read', gettingDoes('after', begin)),
  mutant(
    'SURFACE-12',
    'who reads an action becomes its user',
    gettingDoes('after', (action) => ({ ...action, user: 'reader@example.com' })),
    { alsoFails: ['RESOURCE-18', 'UPDATE-23'] },
  ),
];
