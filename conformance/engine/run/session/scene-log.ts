import type { Exchange } from '../../evidence/exchange.js';
import type { RunOptions } from '../../options.js';
import type { World } from '../../world/world.js';
import type { Played } from '../events.js';
import type { Notes } from './notes.js';
import type { Scene, Scenes } from './scenes.js';
import type { Stage } from './stage.js';

/** Ends the worlds of a run: notes what their exchanges show, and tells what happened in them. */
export class SceneLog {
  /** The worlds of preparations whose exchanges are noted. */
  readonly #noted = new WeakSet<Scene>();

  constructor(
    private readonly stage: Stage,
    private readonly scenes: Scenes,
    private readonly notes: Notes,
    private readonly observe: RunOptions['observe'],
    private readonly played: (event: Played) => void,
  ) {}

  /** Does something in a world of its own, to learn about the target. */
  async beside<T>(label: string, act: (world: World) => Promise<T>): Promise<T> {
    const scene = await this.scenes.enter(label);
    try {
      return await act(scene.world);
    } finally {
      this.note(scene, label.split('/')[0] ?? '');
    }
  }

  /** Notes the exchanges of a world, after those of what was prepared for it; the rules judge those that `isJudged` names. */
  note(
    scene: Scene,
    label: string,
    about: Pick<Played, 'case' | 'input' | 'decision'> = {},
    isJudged: (exchange: Exchange) => boolean = () => true,
  ): void {
    try {
      this.#read(scene, label, about, isJudged);
    } finally {
      this.scenes.leave(scene);
    }
  }

  #read(
    scene: Scene,
    label: string,
    about: Pick<Played, 'case' | 'input' | 'decision'>,
    isJudged: (exchange: Exchange) => boolean = () => true,
  ): void {
    for (const prepared of scene.used) {
      if (this.#noted.has(prepared)) continue;
      this.#noted.add(prepared);
      this.#read(prepared, label, { case: prepared.preparedFor });
    }
    // Worlds that play at the same time are noted in the order in which they end, as when the run is played again from its record.
    for (const discovery of scene.discoveries) this.notes.discover(discovery);
    const exchanges = scene.world.exchanges.filter(isJudged);
    this.notes.read(exchanges, label, this.scenes.profile.class === 'stateful');
    this.tell(scene, about);
  }

  /** Tells what happened in a world, without noting it. */
  tell({ label, world, readings, preparedFor }: Scene, about?: Pick<Played, 'case' | 'input' | 'decision'>): void {
    const { exchanges, beside } = world;
    if (this.observe) exchanges.forEach(this.observe);
    const shared = preparedFor && { shared: true as const };
    // An action that an input took from another one has its real values.
    const clean = readings.map((one) => (typeof one === 'string' ? this.stage.redact(one) : one));
    const endedAt = this.stage.now();
    this.played({ type: 'played', world: label, ...about, ...shared, exchanges, beside, readings: clean, endedAt });
  }
}
