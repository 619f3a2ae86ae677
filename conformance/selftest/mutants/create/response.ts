import type { MakesDifference } from '../../server/difference.js';
import { editJson, type Json, on, type When } from '../../server/wire.js';

/** Creates that are answered with 201. */
export const made: When = on('create', 201);

/** The same, as far as the bodies say nothing of a vendor: the rare case that an implementer did not try. */
export function answersWithoutVendor(edit: (body: Json) => unknown): MakesDifference {
  return { fetch: editJson(made, (body) => (body.vendorInformation === null ? edit(body) : body)) };
}
