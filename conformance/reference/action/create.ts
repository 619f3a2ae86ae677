import { initialStatus } from '../../../generated/lifecycle.js';
import type { AuthenticatedCaller } from '../identity/caller.js';
import type { StoredAction } from './action.js';
import { type ActionBody, mergedVendor, storedPairs } from './body.js';
import { timestamp } from './instant.js';

/**
 * The new action for a valid create body. The server sets the id, the dates and the status; a status, completion date or error in the
 * body is ignored (LIFECYCLE-1, CREATE-38, CREATE-42, CREATE-43). The caller's properties come from the token (CREATE-44 to CREATE-48).
 */
export function newAction(
  body: ActionBody,
  { caller, id, now }: { caller: AuthenticatedCaller; id: string; now: number },
): StoredAction {
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
    parameters: storedPairs(body.parameters ?? []),
    states: [{ appId, status: initialStatus, updatedDateTime: created, user }],
    status: initialStatus,
    user,
    vendorInformation: mergedVendor(null, body.vendorInformation),
  };
}
