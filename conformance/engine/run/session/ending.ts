import pLimit from 'p-limit';
import { TimeLimitOver } from '../../errors.js';
import { enderOf } from '../../http/ledger.js';
import type { World } from '../../world/world.js';
import { type AuditKind, audit } from '../ending/audit.js';
import { repeatedIds } from '../ending/repeated-ids.js';
import type { Notes } from './notes.js';
import type { SceneLog } from './scene-log.js';
import type { Scenes } from './scenes.js';
import type { Stage } from './stage.js';
import type { TimeLimit } from './time-limit.js';

/** Actions that the clean-up cancels in one world. */
const cancelsInWorld = 200;

/** The end of a run on a target: the audit, and the clean-up of what it left unfinished. */
export class Ending {
  constructor(
    private readonly stage: Stage,
    private readonly scenes: Scenes,
    private readonly notes: Notes,
    private readonly log: SceneLog,
    private readonly time: TimeLimit,
    private readonly settleMs: number,
  ) {}

  /**
   * Reads what the run created once more, and keeps the failures (decision 0057). An unfinished action is cancelled as soon as it was
   * read, while those that were written last settle; unless the audit is `patient`, it waits only for what differs. Returns how many
   * actions were compared.
   */
  async audit(kind: AuditKind, concurrency: number): Promise<number> {
    const keeps = this.scenes.profile.class === 'stateful' && this.scenes.profile.discriminates;
    if (keeps) for (const discovery of repeatedIds(this.notes.actions.repeatedIds)) this.notes.discover(discovery);
    const known = keeps ? this.notes.actions.actions : [];
    if (known.length === 0 || this.time.isOver('audit')) return 0;
    const scene = await this.scenes.enter('audit', true);
    const done = (id: string) => this.#cancel(scene.world, id);
    try {
      for (const discovery of await audit(scene.world, known, { concurrency, settleMs: this.settleMs, kind, done }))
        this.notes.discover(discovery);
    } finally {
      // The responses to a cancel of the clean-up decide nothing.
      this.log.note(scene, 'audit', {}, ({ operation }) => operation !== 'cancel');
    }
    return known.length;
  }

  /** Cancels the actions that the run created and left unfinished. The responses decide nothing. */
  async cleanUp(concurrency: number): Promise<void> {
    this.stage.liftTimeLimit();
    const ids = [...this.notes.unfinished.keys()];
    const limit = pLimit(concurrency);
    // A world keeps its exchanges until it is over, and a long run may have left thousands of actions.
    for (let begin = 0; begin < ids.length; begin += cancelsInWorld) {
      const scene = await this.scenes.enter(begin === 0 ? 'clean-up' : `clean-up/${begin / cancelsInWorld}`);
      await limit.map(ids.slice(begin, begin + cancelsInWorld), (id) => this.#cancel(scene.world, id));
      this.log.tell(scene);
    }
  }

  async #cancel(world: World, id: string): Promise<void> {
    const caller = this.notes.unfinished.get(id);
    if (caller === undefined) return;
    this.notes.unfinished.delete(id);
    await world.cancel(id, { as: enderOf(caller) }).catch((error: unknown) => {
      // The clean-up after the time limit sends it.
      if (error instanceof TimeLimitOver) this.notes.unfinished.set(id, caller);
    });
  }
}
