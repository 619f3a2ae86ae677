import { createIds } from './action/ids.js';
import { type Behaviour, referenceBehaviour } from './behaviour.js';
import { createAuthenticator } from './identity/authenticate.js';
import { createThrottle } from './identity/throttle.js';
import { createTokenIssuer, type TokenIssuer } from './identity/tokens.js';
import { createRoutes } from './routes.js';
import { completeSettings, type Settings } from './settings.js';
import { createStore } from './store.js';

/** How a reference is to be. Everything may be left out. */
export interface ReferenceOptions extends Partial<Settings> {
  /** Decisions that differ from the reference's own. */
  readonly behaviour?: Partial<Behaviour>;
}

/** A stateful implementation of the contract that lives in memory; it holds no port, no timer and no file. */
export interface Reference {
  /** Answers a request to any origin, below the base path. */
  fetch(request: Request): Promise<Response>;
  /** Mints tokens that it accepts. */
  readonly tokens: TokenIssuer;
  readonly basePath: string;
}

/**
 * A new reference without any actions.
 *
 * @throws RangeError for a setting that makes no sense.
 */
export function createReference({ behaviour, ...given }: ReferenceOptions = {}): Reference {
  const settings = completeSettings(given);
  const decide: Behaviour = { ...referenceBehaviour, ...behaviour };
  const app = createRoutes({
    decide,
    settings,
    store: createStore(),
    authenticate: createAuthenticator(decide),
    throttle: createThrottle(settings.throttle),
    newId: createIds(settings.seed),
  });
  return {
    fetch: async (request) => app.fetch(request),
    tokens: createTokenIssuer(settings.now, settings.tokenLifetimeSeconds),
    basePath: settings.basePath,
  };
}
