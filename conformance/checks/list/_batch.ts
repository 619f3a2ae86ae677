import { Inconclusive } from '../../engine/errors.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';

/**
 * Makes the actions of one case. All have a text in common which no other action has: as their `actionReason`, and as their
 * `clientContext` too, unless the target takes that only once (reading 0012).
 */
export class Batch {
  readonly text: string;
  /** In the order of their creation. */
  readonly actions: Action[] = [];
  #by: 'clientContext' | 'actionReason' = 'clientContext';

  constructor(
    private readonly world: World,
    label = 'list',
  ) {
    this.text = world.text(label);
  }

  /** The property that has the text in all of them. */
  get by(): 'clientContext' | 'actionReason' {
    return this.#by;
  }

  /** Makes another one, which differs from a valid body in these parts. */
  async add(parts: WritableBody = {}): Promise<Action> {
    const by = this.#by;
    const context = by === 'clientContext' ? { clientContext: this.text } : {};
    const reply = await this.world.create(this.world.body({ actionReason: this.text, ...parts, ...context }));
    const taken = by === 'clientContext' && this.actions.length > 0 && reply.status >= 400 && reply.status < 500;
    if (taken) {
      this.#by = 'actionReason';
      return this.add(parts);
    }
    const action = this.world.entity(reply, 201);
    if (this.actions.some(({ id }) => id === action.id))
      throw new Inconclusive(
        'two actions of this case have the same id, so a list cannot tell them apart',
        reply.exchange,
      );
    this.actions.push(action);
    return action;
  }
}
