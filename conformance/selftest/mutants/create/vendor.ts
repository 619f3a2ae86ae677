import type { Json } from '../../server/wire.js';
import { makes } from './create.js';

/** A create that changes the vendor before it stores it. */
export function rewritesVendor(edit: (vendor: Json) => Json) {
  return makes(({ vendorInformation }) => ({
    vendorInformation: vendorInformation && { ...vendorInformation, ...edit({ ...vendorInformation }) },
  }));
}
