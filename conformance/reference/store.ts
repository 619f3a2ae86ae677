import type { StoredAction } from './action/action.js';

/** A version of an action, with the number of the write that created it. */
export interface Version {
  readonly action: StoredAction;
  /** Number of the write within the tenant; a higher number is later. */
  readonly revision: number;
}

/** The actions of one tenant, in the order of their creation. */
export interface Collection {
  /** Number of writes so far. */
  readonly revision: number;
  /** The latest version, `undefined` for an unknown id. */
  find(id: string): Version | undefined;
  /** Stores a new or changed action. */
  save(action: StoredAction): Version;
  /** The latest version of every action. */
  all(): Version[];
  /** Every action as it was after that many writes, without actions that were created later. */
  asOf(revision: number): StoredAction[];
}

/** One collection per tenant; a tenant cannot access the actions of another (AUTH-12). */
export interface Store {
  collection(tenantId: string): Collection;
}

/** Old versions are kept for paging. A listing that is older than this many changes of an action uses the oldest version kept. */
const maxVersions = 64;

/** An empty store in memory. */
export function createStore(): Store {
  const tenants = new Map<string, Collection>();
  return {
    collection(tenantId) {
      const found = tenants.get(tenantId) ?? createCollection();
      tenants.set(tenantId, found);
      return found;
    },
  };
}

function createCollection(): Collection {
  const actions = new Map<string, { createdAt: number; versions: Version[] }>();
  let revision = 0;
  return {
    get revision() {
      return revision;
    },
    find: (id) => actions.get(id)?.versions.at(-1),
    save(action) {
      revision += 1;
      const version = { action, revision };
      const entry = actions.get(action.id);
      if (!entry) actions.set(action.id, { createdAt: revision, versions: [version] });
      else if (entry.versions.push(version) > maxVersions) entry.versions.shift();
      return version;
    },
    all: () => [...actions.values()].flatMap(({ versions }) => versions.slice(-1)),
    asOf(limit) {
      const actionsThen: StoredAction[] = [];
      for (const { createdAt, versions } of actions.values()) {
        if (createdAt > limit) break;
        const version = versions.findLast((one) => one.revision <= limit) ?? versions[0];
        if (version) actionsThen.push(version.action);
      }
      return actionsThen;
    },
  };
}
