import type { Caller } from '../../engine/evidence/exchange.js';
import type { RequirementId } from '../../engine/requirement.js';

/** How a request has to be rejected. */
export interface ExpectedRejection {
  readonly id: RequirementId;
  readonly expected: string;
  /** The requirement that the rejected request changes nothing, if it is not ERROR-8. */
  readonly keeps?: RequirementId;
}

/** How requests are rejected, by their caller, their unknown id or their body. */
export const rejections = {
  anonymous: { id: 'AUTH-1', expected: 'status 401' },
  expired: { id: 'AUTH-13', expected: 'status 401' },
  stranger: { id: 'AUTH-9', expected: 'status 403' },
  delegated: { id: 'AUTH-10', expected: 'status 403' },
  neighbour: { id: 'AUTH-12', expected: 'status 404 or 403', keeps: 'AUTH-12' },
  'reader: create': { id: 'AUTH-6', expected: 'status 403' },
  'reader: cancel': { id: 'AUTH-7', expected: 'status 403' },
  'reader: update': { id: 'AUTH-8', expected: 'status 403' },
  'unknown id: get': { id: 'GET-3', expected: 'status 404' },
  'unknown id: update': { id: 'UPDATE-9', expected: 'status 404' },
  'unknown id: cancel': { id: 'CANCEL-7', expected: 'status 404' },
  'invalid body': { id: 'UPDATE-10', expected: 'status 400 or 422', keeps: 'UPDATE-10' },
  'repeated context': { id: 'ERROR-8', expected: 'status 400 or 409' },
} as const satisfies Readonly<Record<string, ExpectedRejection>>;

/** How a create, update or cancel by this caller is rejected; `undefined` for the writer, who has permission. */
export function rejectionOf(caller: Caller, operation: 'create' | 'update' | 'cancel'): ExpectedRejection | undefined {
  if (caller === 'writer') return undefined;
  return rejections[caller === 'reader' ? (`reader: ${operation}` as const) : caller];
}
