import type { Operation } from '../../../generated/requirements.js';
import type { Action } from '../../reference/action/action.js';
import type { MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import { changed, gets, lists, moved, shows, updates } from './_shown.js';

/** Of two servers that answer one lags: from its third reading on, an operation shows an unchanged action every other time as it was before. */
function lags(operation: Operation): MakesDifference {
  return () => {
    const before = new Map<string, Action>();
    const reads = new Map<string, number>();
    return {
      behaviour: (right) => ({
        save: (collection, action, by) => {
          const version = right.lookUp(collection, action.id, by);
          if (version) before.set(action.id, version.action);
          return right.save(collection, action, by);
        },
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (by === 'update' || by === 'cancel') reads.delete(id);
          if (by !== operation || !version) return version;
          const times = (reads.get(id) ?? 0) + 1;
          reads.set(id, times);
          const old = before.get(id);
          return times >= 3 && times % 2 === 1 && old ? { ...version, action: old } : version;
        },
      }),
    };
  };
}

/** The list shows every action as it was when it was made. */
const listsFirst: MakesDifference = () => {
  const first = new Map<string, Action>();
  return {
    behaviour: (right) => ({
      save: (collection, action, by) => {
        if (by === 'create') first.set(action.id, action);
        return right.save(collection, action, by);
      },
      lookUp: (collection, id, by) => {
        const version = right.lookUp(collection, id, by);
        return version && by === 'list' ? { ...version, action: first.get(id) ?? version.action } : version;
      },
    }),
  };
};

export const slips = [
  slip(
    'RESOURCE-13',
    'history is shown with the newest entry first',
    shows(changed('states', (states) => (states as unknown[]).toReversed())),
    { relatives: ['UPDATE-15', 'LIFECYCLE-6', 'LIFECYCLE-7'] },
  ),
  slip(
    'RESOURCE-13',
    'only the last entry of the history is kept',
    {
      behaviour: (right) => ({
        save: (collection, action, by) => right.save(collection, { ...action, states: action.states.slice(-1) }, by),
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return after.status === action.status && after !== action ? { ...after, states: [] } : after;
        },
      }),
    },
    { relatives: ['UPDATE-5', 'UPDATE-15', 'LIFECYCLE-6', 'LIFECYCLE-7', 'LIFECYCLE-12'] },
  ),
  slip('RESOURCE-14', 'of two servers that answer gets one lags behind', lags('get'), {
    relatives: ['SURFACE-12', 'RESOURCE-13', 'LIFECYCLE-2', 'LIFECYCLE-7', 'LIFECYCLE-10', 'LIFECYCLE-15'],
  }),
  slip('RESOURCE-14', 'of two servers that answer lists one lags behind', lags('list'), { relatives: ['RESOURCE-13'] }),
  slip(
    'RESOURCE-18',
    'the list shows one parameter of each name',
    lists(
      changed('parameters', (pairs) => [
        ...new Map((pairs as { name: string }[]).map((pair) => [pair.name, pair])).values(),
      ]),
    ),
  ),
  slip('RESOURCE-18', 'the list shows actions as they were made', listsFirst, {
    relatives: ['RESOURCE-13', 'LIST-17'],
  }),
  slip(
    'RESOURCE-18',
    'the list has no history',
    lists(({ states: _, ...action }) => action),
  ),
  slip(
    'RESOURCE-18',
    'a get shows texts as HTML',
    gets(changed('actionReason', (text) => String(text).replaceAll('"', '&quot;'))),
    { relatives: ['CREATE-11', 'UPDATE-4', 'HTTP-13'] },
  ),
  slip(
    'RESOURCE-18',
    'an update shows the time at which it was answered',
    updates(changed('lastActionDateTime', (date) => moved(date, 1500))),
    { relatives: ['LIFECYCLE-10'] },
  ),
];
