import { statuses } from '../../../generated/lifecycle.js';
import type { StoredAction } from '../action/action.js';
import { epochMilliseconds } from '../action/instant.js';

/** A value that a filter or an order compares: strings by code unit, dates as milliseconds, statuses by their position in the enumeration. */
export type Comparable = string | number | null;

/** A property that a filter or an order can use. */
export interface Property {
  readonly kind: 'text' | 'date' | 'status' | 'number';
  read(action: StoredAction): Comparable;
}

const text = (read: Property['read']): Property => ({ kind: 'text', read });
const number = (read: Property['read']): Property => ({ kind: 'number', read });
const date = (read: (action: StoredAction) => string | null): Property => ({
  kind: 'date',
  read: (action) => {
    const value = read(action);
    return value === null ? null : epochMilliseconds(value);
  },
});

/** Every property that can be compared, by its path. */
export const properties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['id', text((action) => action.id)],
  ['actionReason', text((action) => action.actionReason)],
  ['appId', text((action) => action.appId)],
  ['azureTenantId', text((action) => action.azureTenantId)],
  ['clientContext', text((action) => action.clientContext)],
  ['completedDateTime', date((action) => action.completedDateTime)],
  ['createdDateTime', date((action) => action.createdDateTime)],
  ['errorInfo/code', number((action) => action.errorInfo?.code ?? null)],
  ['errorInfo/message', text((action) => action.errorInfo?.message ?? null)],
  ['errorInfo/subcode', number((action) => action.errorInfo?.subcode ?? null)],
  ['lastActionDateTime', date((action) => action.lastActionDateTime)],
  ['name', text((action) => action.name)],
  ['status', { kind: 'status', read: (action) => statuses.indexOf(action.status) }],
  ['user', text((action) => action.user)],
  ['vendorInformation/provider', text((action) => action.vendorInformation?.provider ?? null)],
  ['vendorInformation/providerVersion', text((action) => action.vendorInformation?.providerVersion ?? null)],
  ['vendorInformation/subProvider', text((action) => action.vendorInformation?.subProvider ?? null)],
  ['vendorInformation/vendor', text((action) => action.vendorInformation?.vendor ?? null)],
]);
