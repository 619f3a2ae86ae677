import type { Operation } from '../../../generated/requirements.js';

const collection = /\/security\/securityActions$/;
const item = /\/security\/securityActions\/[^/]+$/;
const cancel = /\/security\/securityActions\/[^/]+\/(microsoft\.graph\.)?cancelSecurityAction$/;

/** The contract's operation that a request asks for; `undefined` for anything outside the contract. */
export function operationOf({ method, url }: Request): Operation | undefined {
  const path = new URL(url).pathname;
  if (collection.test(path)) return method === 'GET' ? 'list' : method === 'POST' ? 'create' : undefined;
  if (cancel.test(path)) return method === 'POST' ? 'cancel' : undefined;
  if (item.test(path)) return method === 'GET' ? 'get' : method === 'PATCH' ? 'update' : undefined;
  return undefined;
}
