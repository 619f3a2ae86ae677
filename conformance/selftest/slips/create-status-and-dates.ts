import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import type { Action } from '../../reference/action/action.js';
import { enterStatus } from '../../reference/action/history.js';
import { toUtc } from '../../reference/action/instant.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { editActions, type Json, on } from '../wire.js';
import { keeps, makes } from './_create.js';

/** A create that takes a date over in UTC. */
function adoptsDate(name: keyof Action, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

/** A create that brings the action to the status that was sent, where that passes `wanted`. */
function adoptsStatus(wanted: (status: OperationStatus, sent: Json) => boolean): Difference {
  return makes((action, sent) => {
    const status = sent.status as OperationStatus | null | undefined;
    if (!status || !wanted(status, sent)) return {};
    return { ...enterStatus(action, status, { at: Date.parse(action.createdDateTime) + 1, author: action }) };
  });
}

/** A create with its dates moved by so many milliseconds. */
function clock(moved: (now: number) => number): Difference {
  return {
    behaviour: (right) => ({ newAction: (body, from) => right.newAction(body, { ...from, now: moved(from.now) }) }),
  };
}

const hour = 60 * 60 * 1000;
const zero = '0001-01-01T00:00:00Z';
const isPast = (utc: string) => Date.parse(utc) < Date.now();

export const slips = [
  slip(
    'CREATE-36',
    'the answer to a create says Running, and a get then NotStarted',
    {
      fetch: editActions(on('create'), (action) => ({ ...action, status: 'Running' })),
    },
    { relatives: ['RESOURCE-14', 'RESOURCE-18', 'LIFECYCLE-1', 'LIFECYCLE-2'] },
  ),
  slip(
    'CREATE-36',
    'the answer to a create shows no status',
    {
      fetch: editActions(on('create'), ({ status: _, ...action }) => action),
    },
    { relatives: ['RESOURCE-18', 'LIFECYCLE-1'] },
  ),
  slip(
    'CREATE-38',
    'a new action takes any status that is sent',
    adoptsStatus(() => true),
  ),
  slip(
    'CREATE-38',
    'a new action takes a final status that comes with a completedDateTime',
    adoptsStatus((status, { completedDateTime }) => isFinal(status) && Boolean(completedDateTime)),
  ),
  slip(
    'CREATE-38',
    'a new action is stored as Completed when that is sent, and answered as NotStarted',
    keeps((action, { status }) =>
      status === 'Completed'
        ? { ...enterStatus(action, status, { at: Date.parse(action.createdDateTime) + 1, author: action }) }
        : {},
    ),
  ),
  slip(
    'CREATE-39',
    'the time of creation is local time under a Z',
    clock((now) => now + 2 * hour),
  ),
  slip(
    'CREATE-39',
    'the time of creation takes seconds for milliseconds',
    clock((now) => Math.floor(now / 1000)),
  ),
  slip(
    'CREATE-39',
    'the time of creation is the default of the language',
    makes(() => ({ createdDateTime: zero })),
  ),
  slip('CREATE-40', 'a createdDateTime that is sent is adopted', adoptsDate('createdDateTime'), {
    relatives: ['CREATE-41'],
  }),
  slip('CREATE-40', 'a createdDateTime that is sent is adopted when it is past', adoptsDate('createdDateTime', isPast)),
  slip(
    'CREATE-41',
    'lastActionDateTime is kept in seconds',
    makes(({ createdDateTime }) => ({ lastActionDateTime: `${createdDateTime.slice(0, 19)}Z` })),
  ),
  slip(
    'CREATE-41',
    'lastActionDateTime of a new action is the default of the language',
    makes(() => ({ lastActionDateTime: zero })),
  ),
  slip(
    'CREATE-42',
    'completedDateTime of a new action is the default of the language',
    makes(() => ({ completedDateTime: zero })),
    { relatives: ['RESOURCE-10'] },
  ),
  slip(
    'CREATE-42',
    'completedDateTime of a new action is set with the other dates',
    makes(({ createdDateTime }) => ({ completedDateTime: createdDateTime })),
  ),
  slip(
    'CREATE-43',
    'errorInfo of a new action is an empty result',
    makes(() => ({ errorInfo: { code: 0, message: null, subcode: 0 } })),
  ),
  slip(
    'CREATE-43',
    'errorInfo is shown in the answer to a create as a success',
    {
      fetch: editActions(on('create'), (action) => ({
        ...action,
        errorInfo: { code: 200, message: 'OK', subcode: 0 },
      })),
    },
    { relatives: ['RESOURCE-18'] },
  ),
];
