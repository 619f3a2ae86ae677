/** Header fields in which caches say that they have responded from what they stored. */
export const cacheFields = [
  'age',
  'x-cache',
  'x-cache-status',
  'x-cache-lookup',
  'x-proxy-cache',
  'cache-status',
  'cf-cache-status',
  'x-varnish-cache',
];

/** Header fields that name who responded, and by what way. */
export const originFields = ['server', 'via', 'x-powered-by', 'cf-ray', 'x-served-by'];
