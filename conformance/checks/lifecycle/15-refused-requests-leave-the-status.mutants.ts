import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { bodyOf, doneBeforeRejected, isCancel, isPatch, withBody } from '../../selftest/mutants/changes.js';
import { carriesOutAfter, writesTexts } from '../../selftest/mutants/sequences/rejected.js';
import { operationOf } from '../../selftest/server/operation.js';

/** An operation that looks last of all, when everything is done, at whether these credentials may do it. */
function tokenLast(wanted: Operation, isWrong: (authorization: string | null, tokens: readonly string[]) => boolean) {
  return doneBeforeRejected(async (request, tokens) => {
    const known = Object.values(tokens).map((token) => `Bearer ${token}`);
    if (operationOf(request) !== wanted || !isWrong(request.headers.get('authorization'), known)) return undefined;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${tokens.writer}`);
    return new Request(request.clone(), { headers });
  });
}

/** A PATCH whose status is written before one of the other members is looked at. */
function statusFirst(isWrong: (value: unknown) => boolean, name: string) {
  return doneBeforeRejected(async (request) => {
    if (!isPatch(request)) return undefined;
    const { status, [name]: value } = await bodyOf(request);
    return status !== undefined && isWrong(value) ? withBody(request, { status }) : undefined;
  });
}

export const mutants = [
  mutant(
    'LIFECYCLE-15',
    'a cancel without a token is refused and done',
    tokenLast('cancel', (authorization) => authorization === null),
  ),
  mutant(
    'LIFECYCLE-15',
    'a PATCH without a token is refused and done',
    tokenLast('update', (authorization) => authorization === null),
  ),
  mutant(
    'LIFECYCLE-15',
    'a cancel with a forged token is refused and done',
    tokenLast(
      'cancel',
      (authorization, known) => authorization?.startsWith('Bearer ') === true && !known.includes(authorization),
    ),
    { alsoFails: ['AUTH-14'] },
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is written before a reason that is a number is refused',
    statusFirst((value) => typeof value === 'number', 'actionReason'),
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is written before pairs without names are refused',
    statusFirst((value) => Array.isArray(value) && value.some((pair) => pair.name === undefined), 'parameters'),
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is written before a long context is refused',
    statusFirst((value) => typeof value === 'string' && value.length > 256, 'clientContext'),
  ),
  mutant(
    'LIFECYCLE-15',
    'a PATCH under another media type is refused and done',
    doneBeforeRejected(async (request) => {
      if (!isPatch(request) || request.headers.get('content-type') !== 'text/plain') return undefined;
      return withBody(request, await bodyOf(request));
    }),
    { alsoFails: ['UPDATE-22'] },
  ),
  mutant(
    'LIFECYCLE-15',
    'a cancel of a changed action is refused for who sends it, and done',
    carriesOutAfter(writesTexts, isCancel, 'shows the rejection'),
    { foundBy: 'sequences' },
  ),
];
