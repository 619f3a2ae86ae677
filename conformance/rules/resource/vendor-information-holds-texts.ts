import { rule } from '../../kit/check.js';
import { expectDeclaredTypes } from '../../kit/declared.js';
import { isObject } from '../../kit/reply.js';

export default rule('RESOURCE-7', {
  over: 'securityAction',
  where: ({ action }) => isObject(action.vendorInformation),
  check: ({ action, exchange, at }) => {
    const vendor = action.vendorInformation;
    if (isObject(vendor)) expectDeclaredTypes(vendor, 'securityVendorInformation', `${at}/vendorInformation`, exchange);
  },
});
