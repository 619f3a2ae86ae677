import { Inconclusive } from '../errors.js';
import { Violation } from '../judge/violation.js';
import type { Clock } from './clock.js';
import type { World } from './world.js';

/** A world in which something is prepared for several inputs. */
export interface PreparedIn {
  readonly world: World;
}

/** Something that is prepared once, and the world in which that happens. */
interface Preparation<Place> {
  readonly place: Promise<Place>;
  readonly result: Promise<unknown>;
  /** True if it failed, or if an input found it changed: then no further input gets it. */
  isOver: boolean;
}

/**
 * What the inputs of one case share: preparations and actions that none of them changes, such as an accepted control, and actions that
 * one input at a time changes. Cases share nothing with each other.
 */
export class Shared<Place extends PreparedIn = PreparedIn> {
  readonly #made = new Map<string, Preparation<Place>>();
  readonly #idle = new Map<string, unknown[]>();

  /**
   * @param enter gives a new world for the preparation with this name
   * @param inputs those that the run plays, as far as that is known
   */
  constructor(
    private readonly enter: (name: string) => Promise<Place>,
    readonly inputs: readonly unknown[] = [],
  ) {}

  /** What one input shares; its clock remembers which of the preparations and actions it got. */
  of(clock: Clock): Sharing<Place> {
    return new Sharing(this, clock);
  }

  /** The name of the preparation that is used for this key. One that is over is made again, under another name. */
  current(key: string): string {
    for (let times = 0; ; times++) {
      const name = times === 0 ? key : `${key}/again ${times}`;
      if (!this.#made.get(name)?.isOver) return name;
    }
  }

  prepared<T>(name: string, make: (world: World) => Promise<T>): Preparation<Place> {
    const before = this.#made.get(name);
    if (before) return before;
    const place = this.enter(name);
    const preparation: Preparation<Place> = {
      place,
      result: place.then(({ world }) => madeIn(world, make)),
      isOver: false,
    };
    preparation.result.catch(() => {
      preparation.isOver = true;
    });
    this.#made.set(name, preparation);
    return preparation;
  }

  end(name: string): void {
    const preparation = this.#made.get(name);
    if (preparation) preparation.isOver = true;
  }

  take(kind: string): unknown {
    return this.#idle.get(kind)?.pop();
  }

  leave(kind: string, action: unknown): void {
    const idle = this.#idle.get(kind);
    if (idle) idle.push(action);
    else this.#idle.set(kind, [action]);
  }
}

/** What one input shares with the others of its case. */
export class Sharing<Place extends PreparedIn = PreparedIn> {
  /** Where the preparations that the input used were made. */
  readonly used: Place[] = [];
  /** What the next input gets if this one passes, by its kind. */
  readonly #kept = new Map<string, { readonly left: () => unknown; readonly id: string | undefined }>();
  #tookInTurn = false;
  /** The name of the preparation that the input got last for each key. */
  readonly #names = new Map<string, string>();

  constructor(
    private readonly shared: Shared<Place>,
    private readonly clock: Clock,
  ) {}

  /** The inputs of the case that the run plays; none where that is not known, as when an input is played again. */
  get inputs(): readonly unknown[] {
    return this.shared.inputs;
  }

  /** The result of the first call with this key, made in a world of its own. One that fails is not kept, so the next input tries again. */
  async once<T>(key: string, make: (world: World) => Promise<T>): Promise<T> {
    const name = this.clock.learned(() => this.shared.current(key));
    this.#names.set(key, name);
    const { place, result } = this.shared.prepared(name, make);
    this.used.push(await place);
    return result as Promise<T>;
  }

  /** Lets no further input get what this one got for the key. */
  end(key: string): void {
    const name = this.#names.get(key);
    if (name !== undefined) this.shared.end(name);
  }

  /** Takes out an action of this kind that no input uses; `undefined` when there is none. The action is a value of JSON. */
  take<T>(kind: string): T | undefined {
    const taken = this.clock.learned(() => JSON.stringify(this.shared.take(kind) ?? null));
    return (JSON.parse(taken) ?? undefined) as T | undefined;
  }

  /** Leaves an action of this kind for the next input. */
  leave(kind: string, action: unknown): void {
    this.shared.leave(kind, action);
  }

  /** True if the input began with what another one had changed. Then only a pass decides it. */
  get tookInTurn(): boolean {
    return this.#tookInTurn;
  }

  /** Takes out what the last passed input left of this kind; `undefined` when there is nothing. */
  takeInTurn<T>(kind: string): T | undefined {
    const left = this.take<T>(kind);
    this.#tookInTurn ||= left !== undefined;
    return left;
  }

  /** Leaves something for the next input as soon as this one has passed; with the id of an action, only if that is unfinished. */
  leaveIfPassed(kind: string, left: () => unknown, id?: string): void {
    this.#kept.set(kind, { left, id });
  }

  /** Leaves what the input, which has passed, keeps for the next one. */
  passed(isUnfinished: (id: string) => boolean): void {
    for (const [kind, { left, id }] of this.#kept) if (id === undefined || isUnfinished(id)) this.leave(kind, left());
  }
}

/** What is made in the world. A violation names the exchange before it, because no input has that exchange. */
async function madeIn<T>(world: World, make: (world: World) => Promise<T>): Promise<T> {
  world.phase = 'given';
  try {
    return await make(world);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    throw new Inconclusive(error.message, error.finding.exchange ?? world.exchanges.at(-1));
  }
}
