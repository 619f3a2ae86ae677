import type { Json } from '../../server/wire.js';
import { makes } from './create.js';

/** A create that stores the vendor otherwise than it was sent. */
export function rewritesVendor(edit: (vendor: Json) => Json) {
  return makes(({ vendorInformation }) => ({
    vendorInformation: vendorInformation && { ...vendorInformation, ...edit({ ...vendorInformation }) },
  }));
}
