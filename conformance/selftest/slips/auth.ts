import { Refusal } from '../../reference/refusal.js';
import { slip } from '../slip.js';
import { editHeaders, editStatus, on } from '../wire.js';
import { refusedButDone } from './_as-writer.js';
import {
  basicToken,
  bodyFirst,
  claimsToBeTheWriter,
  delegated,
  endless,
  firstMove,
  isJson,
  judged,
  lenient,
  neighbour,
  open,
  reading,
  refusedTo,
  remembered,
  shared,
} from './_auth.js';

export const slips = [
  slip(
    'AUTH-1',
    'a list needs no token',
    lenient('list', (sent) => sent === null),
  ),
  slip(
    'AUTH-1',
    'a cancel needs no token',
    lenient('cancel', (sent) => sent === null),
    { relatives: ['AUTH-11'] },
  ),
  slip('AUTH-1', 'a get without a token is forbidden', {
    fetch: editStatus((asked) => on('get', 401)(asked) && !asked.request.headers.has('authorization'), 403),
  }),
  slip(
    'AUTH-2',
    'a get takes the Basic scheme',
    lenient('get', (sent) => sent?.startsWith('Basic dX') === true),
  ),
  slip('AUTH-2', 'a create takes a token under any scheme', lenient('create', basicToken)),
  slip(
    'AUTH-2',
    'a list takes the word null for a token',
    lenient('list', (sent) => sent === 'Bearer null'),
  ),
  slip(
    'AUTH-2',
    'an update takes a scheme without a token',
    lenient('update', (sent) => sent?.trim() === 'Bearer'),
  ),
  slip(
    'AUTH-2',
    'a cancel takes an unsigned token',
    lenient('cancel', (sent) => sent?.endsWith('.') === true),
  ),
  slip('AUTH-3', 'a 401 comes without a challenge', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('www-authenticate')),
  }),
  slip('AUTH-3', 'only a missing token is answered with a challenge', {
    fetch: editHeaders(on('any', 401), (headers, { request }) => {
      if (request.headers.has('authorization')) headers.delete('www-authenticate');
    }),
  }),
  slip('AUTH-4', 'the permission to write is not one to list', judged('list', reading), {
    relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-1', 'LIST-16', 'HTTP-5', 'HTTP-6'],
  }),
  slip(
    'AUTH-4',
    'a cancel asks for a permission of its own',
    judged('cancel', () => []),
    {
      relatives: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13'],
    },
  ),
  slip('AUTH-5', 'the permission to read is not one to get', {
    behaviour: (right) => ({
      authorize: (caller, asked) => right.authorize(caller, asked === 'get' ? 'update' : asked),
    }),
  }),
  slip('AUTH-5', 'a reader sees its own actions alone', {
    behaviour: (right) => ({
      collectionFor: (store, caller, asked) => {
        const all = right.collectionFor(store, caller, asked);
        return reading(caller.roles).length > 0 && asked === 'list' ? { ...all, asOf: () => [] } : all;
      },
    }),
  }),
  slip('AUTH-6', 'create asks for no permission of a reader', open('create', 'SecurityActions.Read.')),
  slip('AUTH-6', 'a reader who creates is told to log in again', {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        if (asked !== 'create' || !caller.roles.includes('SecurityActions.Read.All'))
          return right.authorize(caller, asked);
        throw new Refusal(401, 'Log in again.', { headers: { 'WWW-Authenticate': 'Bearer' } });
      },
    }),
  }),
  slip('AUTH-7', 'cancel asks for no permission of a reader', open('cancel', 'SecurityActions.Read.')),
  slip(
    'AUTH-7',
    "a reader's cancel is refused and happens",
    refusedButDone(refusedTo('SecurityActions.Read.', 'cancel')),
    { relatives: ['LIFECYCLE-15'] },
  ),
  slip('AUTH-7', "a reader's cancel is refused and happens, where some actions move by themselves", () => ({
    ...refusedButDone(refusedTo('SecurityActions.Read.', 'cancel'))(),
    ...firstMove(2),
  })),
  slip('AUTH-8', 'update asks for no permission of a reader', open('update', 'SecurityActions.Read.')),
  slip(
    'AUTH-8',
    "a reader's update is refused and written",
    refusedButDone(refusedTo('SecurityActions.Read.', 'update')),
    {
      relatives: ['LIFECYCLE-15'],
    },
  ),
  slip('AUTH-9', 'any application may list', open('list', 'SecurityEvents')),
  slip('AUTH-9', 'any application may get', open('get', 'SecurityEvents')),
  slip('AUTH-9', 'any application may create', open('create', 'SecurityEvents')),
  slip(
    'AUTH-9',
    'any permission that ends in Read.All is one to get',
    judged('get', (roles) => roles.map((role) => role.replace('Events', 'Actions'))),
  ),
  slip('AUTH-10', 'delegated callers may cancel', delegated('cancel')),
  slip('AUTH-10', 'delegated callers may list', delegated('list')),
  slip('AUTH-10', 'delegated callers may create', delegated('create')),
  slip(
    'AUTH-11',
    'a body is validated before anybody asks who sends it',
    bodyFirst((text) => /"name": ?\d/.test(text)),
  ),
  slip(
    'AUTH-11',
    'a body is parsed before anybody asks who sends it',
    bodyFirst((text) => !isJson(text)),
    {},
  ),
  slip(
    'AUTH-11',
    'the media type is judged first',
    bodyFirst((_text, type) => type === 'application/xml'),
    {},
  ),
  slip('AUTH-12', 'a neighbour can read', () => shared('get')),
  slip('AUTH-12', 'a neighbour can cancel', () => shared('cancel')),
  slip('AUTH-12', 'the list shows all tenants', () => shared('list')),
  slip('AUTH-12', "a neighbour's cancel is not found and happens", refusedButDone(refusedTo(neighbour, 'cancel')), {
    relatives: ['LIFECYCLE-15'],
  }),
  slip('AUTH-13', 'the end of a token is not looked at', endless()),
  slip('AUTH-13', 'the end of a token is not looked at by a list', endless('list')),
  slip('AUTH-13', 'the end of a token is not looked at by a cancel', endless('cancel')),
  slip('AUTH-14', 'the signature of a token is not verified on create', lenient('create', claimsToBeTheWriter)),
  slip('AUTH-14', 'a get knows a token by all but its signature', remembered('get')),
];
