import type { Operation } from '../../generated/requirements.js';
import type { StoredAction } from './action/action.js';
import type { AuthenticatedCaller } from './identity/caller.js';
import type { Collection, Store, Version } from './store.js';

/** A kind of resource, identified by its path. */
export type Resource = 'collection' | 'item' | 'cancel';

const methods: Readonly<Record<Resource, readonly string[]>> = {
  collection: ['GET', 'HEAD', 'POST'],
  item: ['GET', 'HEAD', 'PATCH'],
  cancel: ['POST'],
};

/** The methods of a resource. Any other method is rejected with 405, and `Allow` lists these (SURFACE-7 to SURFACE-10). */
export function allowedMethods(resource: Resource): readonly string[] {
  return methods[resource];
}

/** The actions that a caller can access: those of its tenant (AUTH-12). Only mutants of the self-test use the operation. */
export function collectionFor(store: Store, caller: AuthenticatedCaller, _operation: Operation): Collection {
  return store.collection(caller.tenantId);
}

/** The current version of an action, `undefined` when the caller's tenant has no action with this id (GET-3, UPDATE-9, CANCEL-7). */
export function lookUp(collection: Collection, id: string, _operation: Operation): Version | undefined {
  return collection.find(id);
}

/** Stores a new or changed action; the next read returns it (CREATE-9, CREATE-10). */
export function save(collection: Collection, action: StoredAction, _operation: Operation): Version {
  return collection.save(action);
}
