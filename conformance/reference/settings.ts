/** A vendor and provider that the reference can route an action to. */
export interface Route {
  readonly vendor: string;
  readonly provider: string;
}

/** How many requests an application may send per tenant and window. */
export interface ThrottleSettings {
  readonly requests: number;
  /** Length of the window in milliseconds. */
  readonly perMs: number;
  /** What `Retry-After` says; whole seconds, by default until the window ends. */
  readonly retryAfterSeconds?: number;
}

/** What may differ between two references that both keep the contract. */
export interface Settings {
  /** The path below which the API is served; no trailing slash. */
  readonly basePath: string;
  /** Most elements of one page of the list. */
  readonly pageSize: number;
  /** Largest request body in bytes; a larger one is refused with 413 (HTTP-16). */
  readonly maxBodyBytes: number;
  /** Milliseconds after which an unfinished action takes its next step by itself; it stays where it is when absent. */
  readonly advanceAfter?: number;
  /** Refuse with 429 above this rate; no limit when absent. */
  readonly throttle?: ThrottleSettings;
  /** Refuse vendors and providers other than these (CREATE-35); any is accepted when absent. */
  readonly vendors?: readonly Route[];
  /** Want `name`, `vendor` and `provider` on create. */
  readonly namesRequired: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Makes the ids of actions repeatable; they are random when absent. */
  readonly seed?: number;
  /** How long a minted token is valid. */
  readonly tokenLifetimeSeconds: number;
}

const defaults: Settings = {
  basePath: '/beta',
  pageSize: 100,
  maxBodyBytes: 1_048_576,
  namesRequired: false,
  now: Date.now,
  tokenLifetimeSeconds: 3600,
};

/**
 * The settings with the defaults filled in.
 *
 * @throws RangeError for a number that makes no sense, naming the setting and what it accepts.
 */
export function completeSettings(given: Partial<Settings> = {}): Settings {
  const settings = { ...defaults, ...given };
  if (!/^(\/[\w.-]+)*$/.test(settings.basePath)) wrong('basePath', 'a path such as /beta', settings.basePath);
  atLeast('pageSize', settings.pageSize, 1);
  atLeast('maxBodyBytes', settings.maxBodyBytes, 1);
  atLeast('advanceAfter', settings.advanceAfter, 1);
  atLeast('throttle.requests', settings.throttle?.requests, 0);
  atLeast('throttle.perMs', settings.throttle?.perMs, 1);
  atLeast('throttle.retryAfterSeconds', settings.throttle?.retryAfterSeconds, 0);
  atLeast('tokenLifetimeSeconds', settings.tokenLifetimeSeconds, 1);
  return settings;
}

function atLeast(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return;
  wrong(name, `a whole number of at least ${least}`, value);
}

function wrong(name: string, expected: string, value: unknown): never {
  throw new RangeError(`Making the reference: the setting ${name} takes ${expected}, not ${JSON.stringify(value)}.`);
}
