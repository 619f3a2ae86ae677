import { patchMakes } from '../changes.js';

export const noParts = { provider: null, providerVersion: null, subProvider: null, vendor: null };

/** A PATCH that adds the pairs that were sent to the stored ones. */
export const appendsPairs = patchMakes(
  (right, before, sent) => sent.parameters !== undefined && { parameters: [...before.parameters, ...right.parameters] },
);

/** A PATCH that forgets the members of vendorInformation that were not sent. */
export const replacesVendor = patchMakes((_, __, { vendorInformation: sent }) =>
  sent ? { vendorInformation: { ...noParts, ...sent } } : false,
);
