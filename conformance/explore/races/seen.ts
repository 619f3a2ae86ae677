import { isObject, member } from '../../engine/evidence/reply.js';
import { historyOf } from '../../model/history.js';
import { isStatus } from '../../model/lifecycle.js';
import type { Seen } from '../../model/one-action.js';

const texts = ['actionReason', 'clientContext'];
const vendorParts = ['vendor', 'provider', 'providerVersion', 'subProvider'];

/** What a target needs only in the end, as a SHOULD, to keep as it was sent: the collection is replaced whole, the vendor merged (UPDATE-7, UPDATE-8). */
export const parts: readonly string[] = ['parameters', ...vendorParts.map(partName)];

/** An action as a race compares it; `undefined` for what is no action with a status. Null and absent are the same (reading 0044). */
export function seenIn(action: unknown): Seen | undefined {
  const status = member(action, 'status');
  if (!isObject(action) || !isStatus(status)) return undefined;
  const whole = { id: null, name: null, actionReason: null, clientContext: null, parameters: null, ...action };
  const vendor = isObject(action.vendorInformation) ? action.vendorInformation : {};
  const vendorInformation = { ...Object.fromEntries(vendorParts.map((part) => [part, null])), ...vendor };
  return {
    status,
    values: { id: text(action.id), ...valuesIn({ ...whole, vendorInformation }) },
    history: historyOf(action).map(({ status: entry }) => (typeof entry === 'string' ? entry : text(entry))),
  };
}

/** The values of those properties that the body of an update sends. */
export function valuesIn(body: unknown): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  if (!isObject(body)) return values;
  // The case of a name may change on the way; reading 0028.
  if (body.name !== undefined) values.name = text(body.name).toLowerCase();
  for (const name of texts) if (body[name] !== undefined) values[name] = text(body[name]);
  if (body.parameters !== undefined) values.parameters = pairs(body.parameters);
  const { vendorInformation: vendor } = body;
  for (const part of vendorParts) {
    const sent = vendor === null ? null : member(vendor, part);
    if (sent !== undefined) values[partName(part)] = text(sent);
  }
  return values;
}

function partName(part: string): string {
  return `vendorInformation/${part}`;
}

/** Names and values; their order is the business of CREATE-13. */
function pairs(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return text(value === null || Array.isArray(value) ? null : value);
  return text(value.map((pair) => text([member(pair, 'name'), member(pair, 'value') ?? null])).sort());
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}
