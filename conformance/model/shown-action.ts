import { type DeclaredProperty, schemaProperties } from '../../generated/contract-tables.js';
import { sameInstant } from './instant.js';
import { isStatus, type OperationStatus } from './lifecycle.js';
import { isObject, member, type ObservedObject } from './observed.js';

/** Values by JSON pointer without the leading slash, such as `vendorInformation/vendor`. Equal values are equal texts; each text is JSON. */
export type PropertyValues = Readonly<Record<string, string>>;

/** An action as a response shows it, in the form in which the model compares it. */
export interface ShownAction {
  readonly id: string;
  /** Absent when the response shows no status of the contract. */
  readonly status: OperationStatus | undefined;
  /** The properties that a client can write, except for the status and what belongs to the end of an action. */
  readonly values: PropertyValues;
  /** The statuses in `states`, oldest first. */
  readonly history: readonly string[];
}

const actionProperties = [...schemaProperties.securityAction];
const entryProperties = [...schemaProperties.securityActionState];
const vendorParts = namesOf(schemaProperties.securityVendorInformation);
const plainWritable = ['name', 'actionReason', 'clientContext', 'parameters'];
const nothingWritten = writtenValues(
  Object.fromEntries([...plainWritable, 'vendorInformation'].map((name) => [name, null])),
);

/** Reads an action for comparison. A property that is absent counts as null. */
export function shownAction(body: unknown): ShownAction {
  const action = isObject(body) ? body : {};
  const { status, vendorInformation } = action;
  return {
    id: comparable('id', action.id),
    status: isStatus(status) ? status : undefined,
    values: { ...nothingWritten, ...writtenValues({ ...action, vendorInformation: vendorInformation ?? null }) },
    history: historyOf(action).map((entry) => String(entry.status)),
  };
}

/** The values that a create or update body sends. A property that is absent is left out; a vendor that is null clears all its parts. */
export function writtenValues(body: unknown): PropertyValues {
  const values: Record<string, string> = {};
  for (const name of plainWritable) {
    const value = member(body, name);
    if (value !== undefined) values[name] = comparable(name, value, schemaProperties.securityAction.get(name)?.schema);
  }
  const vendor = member(body, 'vendorInformation');
  for (const part of vendorParts) {
    const value = vendor === null ? null : member(vendor, part);
    if (value !== undefined) values[`vendorInformation/${part}`] = comparable(part, value);
  }
  return values;
}

/** The declared properties in which two shown actions differ. */
export function differing(one: unknown, other: unknown): readonly string[] {
  const different = actionProperties.filter(
    ([name, property]) => !sameValue(member(one, name), member(other, name), name, property),
  );
  return different.map(([name]) => name);
}

/** The entries of an action's `states`, oldest first; empty when `states` is not an array. */
export function historyOf(action: ObservedObject): readonly ObservedObject[] {
  return Array.isArray(action.states) ? action.states.filter(isObject) : [];
}

/** Whether the later history begins with the whole earlier one: nothing is removed, moved or rewritten. */
export function continues(later: readonly ObservedObject[], earlier: readonly ObservedObject[]): boolean {
  return earlier.every((entry, index) => {
    const now = later[index];
    return (
      now !== undefined &&
      entryProperties.every(([name, property]) => sameValue(now[name], entry[name], name, property))
    );
  });
}

/** Whether two histories have the same entries. */
export function sameHistory(one: readonly ObservedObject[], other: readonly ObservedObject[]): boolean {
  return one.length === other.length && continues(one, other);
}

/** The one place where values are compared: dates as instants (decision 0008), everything else by its comparable text. */
function sameValue(one: unknown, other: unknown, name: string, { date, schema }: DeclaredProperty): boolean {
  if (one === other) return true;
  if (name === 'states') return sameHistory(historyOf({ states: one }), historyOf({ states: other }));
  return (date && sameInstant(one, other)) || comparable(name, one, schema) === comparable(name, other, schema);
}

/**
 * A value as JSON text without the differences that the contract allows: absent, null and an empty array are the same (decision 0044), so
 * is a name in another case (decision 0028), undeclared members do not count, and neither does the order of pairs (CREATE-13 checks it).
 */
function comparable(name: string, value: unknown, schema?: DeclaredProperty['schema']): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return 'null';
  if (name === 'name' && typeof value === 'string') return JSON.stringify(value.toLowerCase());
  const declared = (one: unknown) => JSON.stringify(schema && isObject(one) ? declaredMembers(one, schema) : one);
  return Array.isArray(value) ? `[${value.map(declared).sort().join(',')}]` : declared(value);
}

function declaredMembers(value: ObservedObject, schema: keyof typeof schemaProperties): ObservedObject {
  return Object.fromEntries(namesOf(schemaProperties[schema]).map((name) => [name, value[name] ?? null]));
}

function namesOf(properties: ReadonlyMap<string, DeclaredProperty>): readonly string[] {
  return [...properties.keys()];
}
