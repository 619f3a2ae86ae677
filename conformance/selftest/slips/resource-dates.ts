import type { Action } from '../../reference/action/action.js';
import { enterStatus } from '../../reference/action/history.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { changed, each, gets, lists, shows } from './_shown.js';

/** Changes every date of an action. */
function dates(edit: (date: string) => string): (action: Json) => Json {
  const one = (value: unknown) => edit(String(value));
  return (action) =>
    [
      changed('createdDateTime', one),
      changed('lastActionDateTime', one),
      changed('completedDateTime', one),
      changed('states', each(changed('updatedDateTime', one))),
    ].reduce((shown, change) => change(shown), action);
}

/** The same instant as clocks two hours ahead show it. */
function ahead(date: string): string {
  const local = new Date(Date.parse(date) + 7_200_000).toISOString();
  return `${local.slice(0, -1)}+02:00`;
}

/** The action as it would be had nobody noted when it ended. */
function endless(action: Action): Action {
  return { ...action, completedDateTime: null };
}

export const slips = [
  slip('RESOURCE-8', 'dates are shown without a zone', shows(dates((date) => date.slice(0, -1))), {
    relatives: ['CREATE-39', 'RESOURCE-5', 'RESOURCE-9', 'LIST-2', 'UPDATE-16', 'CANCEL-8', 'LIFECYCLE-8'],
  }),
  slip(
    'RESOURCE-8',
    'the list writes a blank for T',
    lists(changed('createdDateTime', (date) => String(date).replace('T', ' '))),
    { relatives: ['RESOURCE-18', 'LIST-2'] },
  ),
  slip(
    'RESOURCE-8',
    'what has not ended has ended at the beginning of time',
    gets((action) =>
      'completedDateTime' in action
        ? { ...action, completedDateTime: action.completedDateTime ?? '0001-01-01T00:00:00' }
        : action,
    ),
    { relatives: ['RESOURCE-9', 'RESOURCE-18'] },
  ),
  slip(
    'RESOURCE-8',
    'history has the dates of HTTP',
    shows(changed('states', each(changed('updatedDateTime', (date) => new Date(String(date)).toUTCString())))),
    { relatives: ['RESOURCE-5', 'RESOURCE-9', 'LIST-2', 'CANCEL-8'] },
  ),
  slip('RESOURCE-9', 'dates are shown in the zone of the server', shows(dates(ahead))),
  slip(
    'RESOURCE-9',
    'the list shows the time of creation in the zone of the server',
    lists(changed('createdDateTime', (date) => ahead(String(date)))),
  ),
  slip(
    'RESOURCE-10',
    'the end is noted without the time of day',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return after === action ? action : { ...after, completedDateTime: day(after.completedDateTime) };
        },
      }),
    },
    { relatives: ['UPDATE-16', 'LIFECYCLE-8'] },
  ),
  slip(
    'RESOURCE-10',
    'the end is shown as a clock an hour behind has it',
    shows(changed('completedDateTime', (date) => new Date(Date.parse(String(date)) - 3_600_000).toISOString())),
    { relatives: ['UPDATE-16', 'LIFECYCLE-8'] },
  ),
  slip(
    'RESOURCE-11',
    'a cancel notes no end',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          const after = right.cancel(action, by);
          return after === action ? action : endless(after);
        },
      }),
    },
    { relatives: ['LIFECYCLE-8'] },
  ),
  slip(
    'RESOURCE-11',
    'only what began has an end',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return action.status === 'NotStarted' && after.completedDateTime ? endless(after) : after;
        },
      }),
    },
    { relatives: ['LIFECYCLE-8'] },
  ),
  slip('RESOURCE-11', 'the list does not tell when actions ended', lists(changed('completedDateTime', () => null)), {
    relatives: ['RESOURCE-18'],
  }),
  slip(
    'RESOURCE-12',
    'a cancelled action has failed without an error',
    {
      behaviour: {
        cancel: (action, { caller, at }) =>
          action.completedDateTime
            ? action
            : { ...enterStatus(action, 'Failed', { at, author: caller }), errorInfo: null },
      },
    },
    { relatives: ['LIFECYCLE-9'] },
  ),
  slip(
    'RESOURCE-12',
    'the list leaves out errors',
    lists(({ errorInfo: _, ...action }) => action),
    { relatives: ['RESOURCE-18'] },
  ),
];

function day(date: string | null): string | null {
  return date && `${date.slice(0, 10)}T00:00:00Z`;
}
