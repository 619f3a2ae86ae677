import type { Operation } from '../../generated/requirements.js';
import type { Action } from './action/action.js';
import type { Caller } from './identity/caller.js';
import type { Collection, Store, Version } from './store.js';

/** Where a request can be sent. */
export type Resource = 'collection' | 'item' | 'cancel';

const offered: Readonly<Record<Resource, readonly string[]>> = {
  collection: ['GET', 'HEAD', 'POST'],
  item: ['GET', 'HEAD', 'PATCH'],
  cancel: ['POST'],
};

/** The methods that a resource has; any other is refused with 405, and `Allow` lists these (SURFACE-7 to SURFACE-10). */
export function allowedMethods(resource: Resource): readonly string[] {
  return offered[resource];
}

/** The actions that a caller can reach: those of its tenant, whatever it does (AUTH-12). The operation is there for the proof. */
export function collectionFor(store: Store, caller: Caller, _operation: Operation): Collection {
  return store.collection(caller.tenantId);
}

/** The present version of an action, `undefined` when the caller's tenant has none with this id (GET-3, UPDATE-9, CANCEL-7). */
export function lookUp(collection: Collection, id: string, _operation: Operation): Version | undefined {
  return collection.find(id);
}

/** Keeps a new or changed action; the next read sees it (CREATE-9, CREATE-10). */
export function save(collection: Collection, action: Action, _operation: Operation): Version {
  return collection.save(action);
}
