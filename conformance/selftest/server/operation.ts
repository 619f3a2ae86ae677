import type { Operation } from '../../../generated/requirements.js';

const collection = /\/security\/securityActions$/;
const item = /\/security\/securityActions\/[^/]+$/;
const cancel = /\/security\/securityActions\/[^/]+\/(microsoft\.graph\.)?cancelSecurityAction$/;

/** The operation of the contract that a request calls; `undefined` for a request outside the contract. */
export function operationOf({ method, url }: Request): Operation | undefined {
  const path = new URL(url).pathname;
  if (collection.test(path)) return method === 'GET' ? 'list' : method === 'POST' ? 'create' : undefined;
  if (cancel.test(path)) return method === 'POST' ? 'cancel' : undefined;
  if (item.test(path)) return method === 'GET' ? 'get' : method === 'PATCH' ? 'update' : undefined;
  return undefined;
}

/** The id of the action that a request is about; empty for a request about the collection. */
export function idIn({ url }: Request): string {
  return decodeURIComponent(new URL(url).pathname.split('/securityActions/')[1]?.split('/')[0] ?? '');
}
