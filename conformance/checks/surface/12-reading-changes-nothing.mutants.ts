import type { StoredAction } from '../../reference/action/action.js';
import { enterStatus, server } from '../../reference/action/history.js';
import { stamp, timestamp } from '../../reference/action/instant.js';
import { mutant } from '../../selftest/mutant.js';
import { movesInList } from '../../selftest/mutants/list/moves.js';
import type { Difference } from '../../selftest/server/difference.js';
import { operationOf } from '../../selftest/server/operation.js';

/** Changes an action in each get, before or after the get shows it. */
function changesInGet(when: 'before' | 'after', change: (action: StoredAction) => StoredAction): Difference {
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

/** Starts an action that has not started. */
function start(action: StoredAction): StoredAction {
  const [author, at] = [server, stamp(action, Date.now())];
  return action.status === 'NotStarted' ? enterStatus(action, 'Running', { at, author }) : action;
}

export const mutants = [
  mutant(
    'SURFACE-12',
    'get sets lastActionDateTime',
    changesInGet('before', (action) => ({ ...action, lastActionDateTime: timestamp(stamp(action, Date.now())) })),
  ),
  mutant(
    'SURFACE-12',
    'get moves a finished action to the end of the list',
    movesInList((request) => operationOf(request) === 'get'),
  ),
  mutant('SURFACE-12', 'get starts the action', changesInGet('after', start)),
  mutant(
    'SURFACE-12',
    'get sets the user of the action',
    changesInGet('after', (action) => ({ ...action, user: 'reader@example.com' })),
  ),
];
