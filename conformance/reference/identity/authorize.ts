import type { Operation } from '../../../generated/requirements.js';
import { Refusal } from '../refusal.js';
import type { Caller } from './caller.js';

const readWrite = 'SecurityActions.ReadWrite.All';
const read = 'SecurityActions.Read.All';

const sufficient: Readonly<Record<Operation, readonly string[]>> = {
  list: [read, readWrite],
  get: [read, readWrite],
  create: [readWrite],
  update: [readWrite],
  cancel: [readWrite],
};

/** Lets an application with a sufficient permission through, and refuses everyone else with 403 (AUTH-4 to AUTH-10). */
export function authorize(caller: Caller, operation: Operation): void {
  if (caller.scopes.length > 0) throw new Refusal(403, 'Delegated access is not supported; use an application token.');
  if (caller.roles.some((role) => sufficient[operation].includes(role))) return;
  throw new Refusal(403, `The token lacks a permission: this takes ${sufficient[operation].join(' or ')}.`);
}
