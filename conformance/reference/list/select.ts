import { Refusal } from '../refusal.js';

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

/** The properties that `$select` asks for, `undefined` for all of them; an unknown one is refused with 400 (GET-7). */
export function parseSelect(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== '*' && !propertyNames.some((known) => known === name));
  if (unknown !== undefined) throw new Refusal(400, `$select cannot find a property '${unknown}'.`);
  return names.includes('*') ? undefined : new Set(names);
}
