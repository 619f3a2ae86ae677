import type { Caller } from '../../engine/evidence/exchange.js';
import type { RequirementId } from '../../engine/requirement.js';

/** The status codes with which a request has to be rejected, and the requirement that says so. */
export interface ExpectedRejection {
  readonly id: RequirementId;
  readonly statuses: readonly number[];
}

const byCaller: Readonly<Partial<Record<Caller, ExpectedRejection>>> = {
  anonymous: { id: 'AUTH-1', statuses: [401] },
  expired: { id: 'AUTH-13', statuses: [401] },
  stranger: { id: 'AUTH-9', statuses: [403] },
  delegated: { id: 'AUTH-10', statuses: [403] },
  neighbour: { id: 'AUTH-12', statuses: [404, 403] },
};

const ofTheReader = { create: 'AUTH-6', cancel: 'AUTH-7', update: 'AUTH-8' } as const;

/** How this caller is rejected; `undefined` for a caller with permission. */
export function rejectionOf(
  caller: Caller,
  operation: 'create' | 'get' | 'update' | 'cancel',
): ExpectedRejection | undefined {
  if (caller === 'reader' && operation !== 'get') return { id: ofTheReader[operation], statuses: [403] };
  return byCaller[caller];
}

/** How an operation with an unknown id is rejected. */
export const rejectionOfUnknownId: Readonly<Record<'get' | 'update' | 'cancel', ExpectedRejection>> = {
  get: { id: 'GET-3', statuses: [404] },
  update: { id: 'UPDATE-9', statuses: [404] },
  cancel: { id: 'CANCEL-7', statuses: [404] },
};
