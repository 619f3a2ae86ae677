import { initialStatus } from '../../../generated/lifecycle.js';
import type { Caller } from '../identity/caller.js';
import type { Action } from './action.js';
import { type ActionBody, mergedVendor, pairsOf } from './body.js';
import { timestamp } from './instant.js';

/**
 * The new action for a valid create body. The server sets the id, the dates and the status; a status, completion date or error in the
 * body is ignored (LIFECYCLE-1, CREATE-38, CREATE-42, CREATE-43). The caller's properties come from the token (CREATE-44 to CREATE-48).
 */
export function newAction(body: ActionBody, { caller, id, now }: { caller: Caller; id: string; now: number }): Action {
  const created = timestamp(now);
  const { appId, user } = caller;
  return {
    id,
    actionReason: body.actionReason ?? null,
    appId,
    azureTenantId: caller.tenantId,
    clientContext: body.clientContext ?? null,
    completedDateTime: null,
    createdDateTime: created,
    errorInfo: null,
    lastActionDateTime: created,
    name: body.name ?? null,
    parameters: pairsOf(body.parameters ?? []),
    states: [{ appId, status: initialStatus, updatedDateTime: created, user }],
    status: initialStatus,
    user,
    vendorInformation: mergedVendor(null, body.vendorInformation),
  };
}
