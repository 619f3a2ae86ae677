import type { Action } from './action/action.js';

/** One state of an action, with the number of the write that made it. */
export interface Version {
  readonly action: Action;
  /** Counts the writes of a tenant; higher is later. */
  readonly revision: number;
}

/** The actions of one tenant, in the order of their creation. */
export interface Collection {
  /** Number of writes so far. */
  readonly revision: number;
  /** The newest version, `undefined` for an id that was never saved. */
  find(id: string): Version | undefined;
  /** Stores a new or changed action. */
  save(action: Action): Version;
  /** The newest version of every action. */
  all(): Version[];
  /** Every action as it was after that many writes; what was created later is left out. */
  asOf(revision: number): Action[];
}

/** Collections by tenant: what one has written, another cannot find (AUTH-12). */
export interface Store {
  collection(tenantId: string): Collection;
}

/** Old versions are kept for the sake of paging; a listing older than this many changes to one action sees the oldest kept. */
const mostVersions = 64;

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
  const actions = new Map<string, { born: number; versions: Version[] }>();
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
      if (!entry) actions.set(action.id, { born: revision, versions: [version] });
      else if (entry.versions.push(version) > mostVersions) entry.versions.shift();
      return version;
    },
    all: () => [...actions.values()].flatMap(({ versions }) => versions.slice(-1)),
    asOf(limit) {
      const seen: Action[] = [];
      for (const { born, versions } of actions.values()) {
        if (born > limit) break;
        const version = versions.findLast((one) => one.revision <= limit) ?? versions[0];
        if (version) seen.push(version.action);
      }
      return seen;
    },
  };
}
