import { createIds } from './action/ids.js';
import { type Behaviour, referenceBehaviour } from './behaviour.js';
import { createAuthenticator } from './identity/authenticate.js';
import { createThrottle } from './identity/throttle.js';
import { createTokenIssuer, type TokenIssuer } from './identity/tokens.js';
import { createRoutes } from './routes.js';
import { completeSettings, type Settings } from './settings.js';
import { createStore } from './store.js';

/** Options of a reference. All are optional. */
export interface ReferenceOptions extends Partial<Settings> {
  /** Functions that replace those of the reference. */
  readonly behaviour?: Partial<Behaviour>;
}

/** A stateful in-memory implementation of the contract. It uses no port, timer or file. */
export interface Reference {
  /** Responds to a request below the base path, on any origin. */
  fetch(request: Request): Promise<Response>;
  /** Creates tokens that this reference accepts. */
  readonly tokens: TokenIssuer;
  readonly basePath: string;
}

/**
 * Creates a reference without actions.
 *
 * @throws RangeError for an invalid setting.
 */
export function createReference({ behaviour, ...given }: ReferenceOptions = {}): Reference {
  const settings = completeSettings(given);
  const decide: Behaviour = { ...referenceBehaviour, ...behaviour };
  const app = createRoutes({
    decide,
    settings,
    store: createStore(),
    authenticate: createAuthenticator(decide, settings.trust),
    throttle: createThrottle(settings.throttle),
    newId: createIds(settings.seed),
  });
  return {
    fetch: async (request) => app.fetch(request),
    tokens: createTokenIssuer(settings.now, settings.tokenLifetimeSeconds, settings.trust),
    basePath: settings.basePath,
  };
}
