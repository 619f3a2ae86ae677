import type { TokenTrust } from './identity/tokens.js';

/** A vendor and provider that the reference accepts. */
export interface Route {
  readonly vendor: string;
  readonly provider: string;
}

/** Limits the requests of an application per tenant and window. */
export interface ThrottleSettings {
  readonly requests: number;
  /** Length of the window in milliseconds. */
  readonly perMs: number;
  /** Value of `Retry-After` in whole seconds; by default the time until the window ends. */
  readonly retryAfterSeconds?: number;
}

/** What `$top` limits: a page, which has a link to the rest, or the whole list, which ends there. */
export type TopLimits = 'page' | 'list';

/** Settings of a reference. Every combination conforms to the contract. */
export interface Settings {
  /** Path below which the API is served, without a trailing slash. */
  readonly basePath: string;
  /** Maximum number of elements on a page of the list. */
  readonly pageSize: number;
  /** Graph limits the page by `$top`, OData the list. Both conform (decision 0024). */
  readonly topLimits: TopLimits;
  /** Maximum size of a request body in bytes; a larger one is rejected with 413 (HTTP-16). */
  readonly maxBodyBytes: number;
  /** Interval in milliseconds after which an unfinished action advances by itself; actions do not advance when absent. */
  readonly advanceAfter?: number;
  /** Rejects with 429 above this rate; no limit when absent. */
  readonly throttle?: ThrottleSettings;
  /** Accepted vendors and providers (CREATE-35); all are accepted when absent. */
  readonly vendors?: readonly Route[];
  /** Whether a create requires `name`, `vendor` and `provider`. */
  readonly namesRequired: boolean;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Makes the ids of actions repeatable; ids are random when absent. */
  readonly seed?: number;
  /** Lifetime of a token. */
  readonly tokenLifetimeSeconds: number;
  /** Whose tokens are accepted; those of this process when absent. */
  readonly trust?: TokenTrust;
}

const defaults: Settings = {
  basePath: '/beta',
  pageSize: 100,
  topLimits: 'page',
  maxBodyBytes: 1_048_576,
  namesRequired: false,
  now: Date.now,
  tokenLifetimeSeconds: 3600,
};

/**
 * Completes the settings with their defaults.
 *
 * @throws RangeError for an invalid value; the message names the setting and the accepted values.
 */
export function completeSettings(given: Partial<Settings> = {}): Settings {
  const settings = { ...defaults, ...given };
  if (!/^(\/[\w.-]+)*$/.test(settings.basePath)) invalid('basePath', 'a path such as /beta', settings.basePath);
  atLeast('pageSize', settings.pageSize, 1);
  atLeast('maxBodyBytes', settings.maxBodyBytes, 1);
  atLeast('advanceAfter', settings.advanceAfter, 1);
  atLeast('throttle.requests', settings.throttle?.requests, 0);
  atLeast('throttle.perMs', settings.throttle?.perMs, 1);
  atLeast('throttle.retryAfterSeconds', settings.throttle?.retryAfterSeconds, 0);
  atLeast('tokenLifetimeSeconds', settings.tokenLifetimeSeconds, 1);
  return settings;
}

function atLeast(name: string, value: number | undefined, minimum: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= minimum)) return;
  invalid(name, `an integer of at least ${minimum}`, value);
}

function invalid(name: string, expected: string, value: unknown): never {
  throw new RangeError(
    `Cannot create the reference: the setting ${name} must be ${expected}, but it is ${JSON.stringify(value)}.`,
  );
}
