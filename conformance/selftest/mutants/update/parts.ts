export const noParts = { provider: null, providerVersion: null, subProvider: null, vendor: null };
