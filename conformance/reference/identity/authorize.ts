import type { Operation } from '../../../generated/requirements.js';
import { Rejection } from '../rejection.js';
import type { AuthenticatedCaller } from './caller.js';

const readWrite = 'SecurityActions.ReadWrite.All';
const read = 'SecurityActions.Read.All';

const sufficient: Readonly<Record<Operation, readonly string[]>> = {
  list: [read, readWrite],
  get: [read, readWrite],
  create: [readWrite],
  update: [readWrite],
  cancel: [readWrite],
};

/** Accepts an application with a sufficient permission and rejects every other caller with 403 (AUTH-4 to AUTH-10). */
export function authorize(caller: AuthenticatedCaller, operation: Operation): void {
  if (caller.scopes.length > 0)
    throw new Rejection(403, 'Delegated access is not supported. Use an application token.');
  if (caller.roles.some((role) => sufficient[operation].includes(role))) return;
  throw new Rejection(
    403,
    `The token has no sufficient permission. This operation requires ${sufficient[operation].join(' or ')}.`,
  );
}
