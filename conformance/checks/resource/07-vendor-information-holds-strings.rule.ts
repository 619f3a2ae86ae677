import { rule } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';

export default rule('RESOURCE-7', {
  over: 'securityAction',
  where: ({ action }) => isObject(action.vendorInformation),
  check: ({ action, exchange, at }) => {
    const vendor = action.vendorInformation;
    if (isObject(vendor)) expectDeclaredTypes(vendor, 'securityVendorInformation', `${at}/vendorInformation`, exchange);
  },
});
