import type { Operation } from '../../../generated/requirements.js';
import { operationOf } from '../operation.js';
import { slip } from '../slip.js';
import { bodyOf, doneBeforeRefused, isPatch, withBody } from './_changes.js';

/** An operation that looks last of all, when everything is done, at whether these credentials may do it. */
function tokenLast(wanted: Operation, isWrong: (authorization: string | null, tokens: readonly string[]) => boolean) {
  return doneBeforeRefused(async (request, tokens) => {
    const known = Object.values(tokens).map((token) => `Bearer ${token}`);
    if (operationOf(request) !== wanted || !isWrong(request.headers.get('authorization'), known)) return undefined;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${tokens.writer}`);
    return new Request(request.clone(), { headers });
  });
}

/** A PATCH whose status is written before one of the other members is looked at. */
function statusFirst(isWrong: (value: unknown) => boolean, name: string) {
  return doneBeforeRefused(async (request) => {
    if (!isPatch(request)) return undefined;
    const { status, [name]: value } = await bodyOf(request);
    return status !== undefined && isWrong(value) ? withBody(request, { status }) : undefined;
  });
}

export const slips = [
  slip(
    'LIFECYCLE-15',
    'a cancel without a token is refused and done',
    tokenLast('cancel', (authorization) => authorization === null),
  ),
  slip(
    'LIFECYCLE-15',
    'a PATCH without a token is refused and done',
    tokenLast('update', (authorization) => authorization === null),
  ),
  slip(
    'LIFECYCLE-15',
    'a cancel with a forged token is refused and done',
    tokenLast(
      'cancel',
      (authorization, known) => authorization?.startsWith('Bearer ') === true && !known.includes(authorization),
    ),
    { relatives: ['AUTH-14'] },
  ),
  slip(
    'LIFECYCLE-15',
    'the status is written before a reason that is a number is refused',
    statusFirst((value) => typeof value === 'number', 'actionReason'),
  ),
  slip(
    'LIFECYCLE-15',
    'the status is written before pairs without names are refused',
    statusFirst((value) => Array.isArray(value) && value.some((pair) => pair.name === undefined), 'parameters'),
  ),
  slip(
    'LIFECYCLE-15',
    'the status is written before a long context is refused',
    statusFirst((value) => typeof value === 'string' && value.length > 256, 'clientContext'),
  ),
  slip(
    'LIFECYCLE-15',
    'a PATCH under another media type is refused and done',
    doneBeforeRefused(async (request) => {
      if (!isPatch(request) || request.headers.get('content-type') !== 'text/plain') return undefined;
      return withBody(request, await bodyOf(request));
    }),
    { relatives: ['UPDATE-22'] },
  ),
];
