import type { RequirementId } from '../../../../generated/requirements.js';
import { KitFault } from '../../errors.js';
import type { Exchange } from '../../evidence/exchange.js';
import type { RunOptions } from '../../options.js';
import type { Target } from '../../target.js';
import { drawFrom } from '../../world/draw.js';
import { PreferSteering } from '../../world/prefer-steering.js';
import type { Profile } from '../../world/profile.js';
import { Shared } from '../../world/shared.js';
import { Waits } from '../../world/waits.js';
import { World } from '../../world/world.js';
import type { Discovery } from '../explorer.js';
import type { Stage, Surroundings } from './stage.js';

/** A world, its label, what was read in it, and the worlds of what was prepared for it. */
export interface Scene extends Pick<Surroundings, 'readings' | 'leave'> {
  readonly label: string;
  readonly world: World;
  readonly used: readonly Scene[];
  /** Failures that the world has met so far while something else was prepared or read. */
  readonly discoveries: readonly Discovery[];
  /** The case for whose inputs something is prepared in this world. */
  readonly preparedFor?: RequirementId | undefined;
}

/** Makes the worlds of a run, and keeps what the inputs of a case share. */
export class Scenes {
  readonly waits = new Waits();
  readonly #shared = new Map<string, Shared<Scene>>();
  /** The worlds of what is prepared for the inputs of a case, until all of them were played. */
  readonly #prepared = new Map<Scene, RequirementId>();
  /** The inputs of each family that will be played. */
  readonly #planned = new Map<string, readonly unknown[]>();

  constructor(
    private readonly target: Target,
    private readonly options: RunOptions,
    private readonly stage: Stage,
    /** What is known of the target when a world is made. */
    public profile: Profile,
  ) {}

  /** A world of its own for an input, an attempt or a part of the run, once it may begin. */
  async enter(label: string, alone = false, shared = sharedByNone): Promise<Scene> {
    return this.#scene(label, await this.stage.enter(label), alone, shared);
  }

  /** A world that sends nothing. */
  idle(label: string): World {
    return this.#scene(label, this.stage.idle).world;
  }

  /** Notes an input of the `family` that will be played. */
  plan(family: string, input: unknown): void {
    this.#planned.set(family, [...(this.#planned.get(family) ?? []), input]);
  }

  /**
   * What the inputs of one draw of a case share, the `family`. An input that is played again, under the label `again`, shares nothing,
   * because what is shared may have been the cause.
   */
  sharedBy(id: RequirementId, family: string, again: string | undefined, alone: boolean): Shared<Scene> {
    const known = again === undefined ? this.#shared.get(family) : undefined;
    if (known) return known;
    const enter = async (name: string) => {
      const label = `${again ?? family}/shared/${name}`;
      const scene = this.#scene(label, await this.stage.enter(label, true), alone, shared, id);
      if (again === undefined) this.#prepared.set(scene, id);
      return scene;
    };
    const shared: Shared<Scene> = new Shared(enter, again === undefined ? this.#planned.get(family) : []);
    if (again === undefined) this.#shared.set(family, shared);
    return shared;
  }

  /** Drops what the inputs of a case share, with its exchanges, once all of them were played. */
  release(id: RequirementId): void {
    for (const family of [...this.#shared.keys()]) if (family.split('/')[0] === id) this.#shared.delete(family);
    for (const [scene, of] of this.#prepared) {
      if (of !== id) continue;
      this.#prepared.delete(scene);
      scene.leave?.();
    }
  }

  /** Tells the stage that a world is over, and what was prepared only for it. */
  leave({ leave, used }: Scene): void {
    leave?.();
    for (const scene of used) if (!this.#prepared.has(scene)) scene.leave?.();
  }

  #scene(
    label: string,
    { wire, clock, readings, leave }: Surroundings,
    alone = false,
    shared = sharedByNone,
    preparedFor?: RequirementId,
  ): Scene {
    const steering = this.profile.class === 'stateless' ? new PreferSteering() : undefined;
    const draw = drawFrom(this.options.seed, label);
    const sharing = shared.of(clock);
    const discoveries: Discovery[] = [];
    const world = new World(
      this.profile,
      this.options,
      draw,
      this.target,
      wire,
      [],
      steering,
      (discovery) => discoveries.push(discovery),
      alone,
      clock,
      sharing,
      this.waits,
    );
    return { label, world, readings, used: sharing.used, discoveries, preparedFor, ...(leave && { leave }) };
  }
}

/** The exchanges of a world, after those of what was prepared for it. */
export function exchangesOf({ used, world }: Scene): readonly Exchange[] {
  return [...used.flatMap(exchangesOf), ...world.exchanges];
}

/** Nothing is prepared for a world that is no input of a case. */
const sharedByNone: Shared<Scene> = new Shared(() =>
  Promise.reject(new KitFault('only the inputs of a case share something')),
);
