import type { FetchHandler } from '../../engine/http/transport/handler.js';
import type { RunOptions } from '../../engine/options.js';
import type { Target } from '../../engine/target.js';
import type { Behaviour } from '../../reference/behaviour.js';
import type { Settings } from '../../reference/settings.js';

/** How a server of the self-test differs from the reference. Every part is optional. */
export interface Difference {
  /** Functions that replace those of the reference. In the second form, `right` holds the functions without this difference. */
  readonly behaviour?: Partial<Behaviour> | ((right: Behaviour) => Partial<Behaviour>);
  /** Changes requests and responses on their way to and from the server; wire.ts has ready-made ones. */
  readonly fetch?: Wrap;
  /** Set when `fetch` must see the responses as they leave the server, after all other differences, such as a content coding. */
  readonly isOutermost?: true;
  readonly options?: Partial<Settings>;
  /** What the owner of the server declares. A mutant that looks like a server without a feature declares it. */
  readonly declared?: Target['declared'];
  readonly routing?: Target['routing'];
  /** The tokens given to the run, made from those that the reference accepts. */
  readonly tokens?: (minted: Target['tokens']) => Target['tokens'];
  /** Options that a run against the server needs, such as a longer settle time. */
  readonly run?: Partial<RunOptions>;
}

/** Makes a server from a server. */
export type Wrap = (inner: FetchHandler) => FetchHandler;

/** A difference, or a function that makes a new one for each server: for differences that keep state. */
export type MakesDifference = Difference | (() => Difference);

/** The difference for one server. */
export function differenceOf(how: MakesDifference): Difference {
  return typeof how === 'function' ? how() : how;
}
