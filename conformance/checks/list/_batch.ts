import { Inconclusive } from '../../engine/errors.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';

/** A batch as another input continues it. */
interface LeftBatch {
  readonly text: string;
  readonly property: Batch['property'];
  readonly ids: readonly string[];
}

/**
 * Creates the actions of one case. They share a text that no other action has: as their `actionReason`, and also as their
 * `clientContext` unless the target accepts each `clientContext` only once (decision 0012, CREATE-30).
 */
export class Batch {
  readonly text: string;
  /** In order of creation. */
  readonly actions: Action[] = [];
  #property: 'clientContext' | 'actionReason' = 'clientContext';

  constructor(
    private readonly world: World,
    label = 'list',
    left?: LeftBatch,
  ) {
    this.text = left?.text ?? world.text(label);
    if (!left) return;
    this.#property = left.property;
    this.actions = left.ids.map((id) => ({ id }));
  }

  /** The batch that the input before left, unless it has more than `most` actions, or a new one. It is left for the next input (`inTurn`). */
  static inTurn(world: World, most: number): Batch {
    const left = world.shared.takeInTurn<LeftBatch>('batch');
    const batch = new Batch(world, 'list', left && left.ids.length <= most ? left : undefined);
    const { text } = batch;
    world.shared.leaveIfPassed('batch', () => ({
      text,
      property: batch.property,
      ids: batch.actions.map(({ id }) => id),
    }));
    return batch;
  }

  /** The property that holds the shared text in all actions. */
  get property(): 'clientContext' | 'actionReason' {
    return this.#property;
  }

  /**
   * Creates one more action. `parts` replaces members of a valid body.
   *
   * @throws Inconclusive if the target does not create the action or reuses an id.
   */
  async add(parts: WritableBody = {}): Promise<Action> {
    const property = this.#property;
    const context = property === 'clientContext' ? { clientContext: this.text } : {};
    const reply = await this.world.create(this.world.body({ actionReason: this.text, ...parts, ...context }));
    const taken = property === 'clientContext' && this.actions.length > 0 && reply.status >= 400;
    if (taken) {
      this.#property = 'actionReason';
      return this.add(parts);
    }
    const action = this.world.entity(reply);
    if (this.actions.some(({ id }) => id === action.id))
      throw new Inconclusive(
        'two actions of this case have the same id, so a list cannot distinguish them',
        reply.exchange,
      );
    this.actions.push(action);
    return action;
  }
}
