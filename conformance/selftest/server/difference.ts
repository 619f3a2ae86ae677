import type { FetchHandler } from '../../engine/http/transport/handler.js';
import type { RunOptions } from '../../engine/options.js';
import type { Target } from '../../engine/target.js';
import type { Behaviour } from '../../reference/behaviour.js';
import type { Settings } from '../../reference/settings.js';

/** In what a server of the proof differs from the reference. Everything may be left out. */
export interface Difference {
  /** Decisions taken otherwise. A function is handed the decisions as they would be without it. */
  readonly behaviour?: Partial<Behaviour> | ((right: Behaviour) => Partial<Behaviour>);
  /** What changes on the wire, around the whole server; see wire.ts for ready-made ones. */
  readonly fetch?: Wrap;
  readonly options?: Partial<Settings>;
  /** What the owner says about the server. Mutants declare what the reference offers, so that none hides behind a feature found lacking. */
  readonly declared?: Target['declared'];
  readonly routing?: Target['routing'];
  /** The tokens that the owner hands out, made of those that the reference accepts. */
  readonly tokens?: (minted: Target['tokens']) => Target['tokens'];
  /** How a run against it has to be, such as how long it may take to settle. */
  readonly run?: Partial<RunOptions>;
}

/** A server around a server. */
export type Wrap = (inner: FetchHandler) => FetchHandler;

/** A difference, or what makes a new one for each server: for differences that remember something. */
export type MakesDifference = Difference | (() => Difference);

/** The difference for one server. */
export function fresh(how: MakesDifference): Difference {
  return typeof how === 'function' ? how() : how;
}
