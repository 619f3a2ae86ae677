import type { Difference } from '../server/difference.js';
import { editJson, editStatus, type Json, on } from '../server/wire.js';
import { situation } from '../situation.js';

/** A value with the names of all its members beginning with capital letters. */
function withCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCapitals);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    withCapitals(one),
  ]);
  return Object.fromEntries(entries);
}

const withSmallStatus = ({ status, ...action }: Json): Json =>
  typeof status === 'string' ? { ...action, status: status.toLowerCase() } : action;

/** Changes each action that a response shows. */
const everyAction = (edit: (action: Json) => Json): Difference => ({
  fetch: editJson(on('any', 'success'), (body) =>
    Array.isArray(body.value) ? { ...body, value: body.value.map(edit) } : edit(body),
  ),
});

const noBody: Difference = { behaviour: { updated: ({ etag }) => ({ status: 204, headers: { ETag: etag } }) } };

export const situations = [
  situation(
    'a create responds with 200',
    'fault',
    { fetch: editStatus(on('create', 201), 200) },
    {
      exitCode: 1,
      fails: ['CREATE-1', 'HTTP-17'],
    },
  ),
  situation(
    'a create responds with 202',
    'fault',
    { fetch: editStatus(on('create', 201), 202) },
    {
      exitCode: 1,
      fails: ['CREATE-1', 'HTTP-17'],
    },
  ),
  situation(
    'a get responds with 203',
    'fault',
    { fetch: editStatus(on('get', 200), 203) },
    {
      exitCode: 1,
      fails: ['GET-1', 'HTTP-17'],
    },
  ),
  situation(
    'a list responds with 203',
    'fault',
    { fetch: editStatus(on('list', 200), 203) },
    {
      exitCode: 1,
      fails: ['LIST-1', 'HTTP-17'],
    },
  ),
  situation('a PATCH responds with 204', 'fault', noBody, {
    exitCode: 1,
    fails: ['UPDATE-1'],
    mayFail: ['UPDATE-18', 'UPDATE-20'],
    mayBeInconclusive: ['UPDATE-2'],
  }),
  situation(
    'a PATCH responds with 201',
    'fault',
    { fetch: editStatus(on('update', 200), 201) },
    {
      exitCode: 1,
      fails: ['UPDATE-1', 'HTTP-17'],
    },
  ),
  situation(
    'a cancel responds with 202',
    'fault',
    { fetch: editStatus(on('cancel', 204), 202) },
    {
      exitCode: 1,
      fails: ['CANCEL-1', 'HTTP-17'],
      mayFail: ['CANCEL-14'],
    },
  ),
  situation(
    'a get of an unknown id responds with 410',
    'fault',
    { fetch: editStatus(on('any', 404), 410) },
    {
      exitCode: 1,
      fails: ['GET-3'],
      mayFail: 'any',
    },
  ),
  situation('statuses are in small letters', 'fault', everyAction(withSmallStatus), {
    exitCode: 1,
    fails: ['RESOURCE-2'],
    mayFail: ['LIST-2'],
  }),
  situation(
    'member names begin with capital letters',
    'fault',
    { fetch: editJson(on('any', 'success'), (body) => withCapitals(body)) },
    { exitCode: 1, fails: ['CREATE-2', 'GET-2', 'LIST-1', 'UPDATE-2'], mayFail: ['RESOURCE-15'] },
  ),
];
