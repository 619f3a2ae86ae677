import { Rejection } from '../rejection.js';

/** The documented properties, in the order in which they are returned. */
const propertyNames = [
  'id',
  'actionReason',
  'appId',
  'azureTenantId',
  'clientContext',
  'completedDateTime',
  'createdDateTime',
  'errorInfo',
  'lastActionDateTime',
  'name',
  'parameters',
  'states',
  'status',
  'user',
  'vendorInformation',
] as const;

/** The properties in `$select`, `undefined` for all of them. An unknown property is rejected with 400 (GET-7). */
export function parseSelect(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== '*' && !propertyNames.some((known) => known === name));
  if (unknown !== undefined) throw new Rejection(400, `$select names an unknown property: '${unknown}'.`);
  return names.includes('*') ? undefined : new Set(names);
}
