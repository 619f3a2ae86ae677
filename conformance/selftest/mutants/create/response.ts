import type { MakesDifference } from '../../server/difference.js';
import { editJson, type Json, on, type When } from '../../server/wire.js';

/** Creates that respond with 201. */
export const isCreated: When = on('create', 201);

/** Changes the body of a 201 when the action has no vendor: a rare case that an implementer may not have tried. */
export function respondsWithoutVendor(edit: (body: Json) => unknown): MakesDifference {
  return { fetch: editJson(isCreated, (body) => (body.vendorInformation === null ? edit(body) : body)) };
}
