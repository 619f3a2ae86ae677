import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { bodyOf, doneBeforeRejected, isCancel, isPatch, withBody } from '../../selftest/mutants/changes.js';
import { carriesOutAfter, writesTexts } from '../../selftest/mutants/sequences/rejected.js';
import { operationOf } from '../../selftest/server/operation.js';

/** An operation that checks the credentials only after it was carried out. */
function tokenLast(wanted: Operation, isWrong: (authorization: string | null, tokens: readonly string[]) => boolean) {
  return doneBeforeRejected(async (request, tokens) => {
    const known = Object.values(tokens).map((token) => `Bearer ${token}`);
    if (operationOf(request) !== wanted || !isWrong(request.headers.get('authorization'), known)) return undefined;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${tokens.writer}`);
    return new Request(request.clone(), { headers });
  });
}

/** A PATCH that stores the status before it validates one of the other members. */
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
    'a cancel without a token is rejected and carried out',
    tokenLast('cancel', (authorization) => authorization === null),
  ),
  mutant(
    'LIFECYCLE-15',
    'a PATCH without a token is rejected and carried out',
    tokenLast('update', (authorization) => authorization === null),
  ),
  mutant(
    'LIFECYCLE-15',
    'a cancel with a forged token is rejected and carried out',
    tokenLast(
      'cancel',
      (authorization, known) => authorization?.startsWith('Bearer ') === true && !known.includes(authorization),
    ),
    { alsoFails: ['AUTH-14'] },
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is stored before a numeric reason is rejected',
    statusFirst((value) => typeof value === 'number', 'actionReason'),
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is stored before pairs without names are rejected',
    statusFirst((value) => Array.isArray(value) && value.some((pair) => pair.name === undefined), 'parameters'),
  ),
  mutant(
    'LIFECYCLE-15',
    'the status is stored before a long context is rejected',
    statusFirst((value) => typeof value === 'string' && value.length > 256, 'clientContext'),
  ),
  mutant(
    'LIFECYCLE-15',
    'a PATCH with another media type is rejected and carried out',
    doneBeforeRejected(async (request) => {
      if (!isPatch(request) || request.headers.get('content-type') !== 'text/plain') return undefined;
      return withBody(request, await bodyOf(request));
    }),
    { alsoFails: ['UPDATE-22'] },
  ),
  mutant(
    'LIFECYCLE-15',
    'a cancel by a caller without permission is rejected and carried out when the action was changed',
    carriesOutAfter(writesTexts, isCancel, 'shows the rejection'),
    { foundBy: 'sequences' },
  ),
];
