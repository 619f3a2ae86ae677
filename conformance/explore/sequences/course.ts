import { Inconclusive } from '../../engine/errors.js';
import type { Caller, Exchange } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { wrongStatus } from './answers.js';
import type { Command } from './command.js';
import { type Discrepancy, Found } from './discrepancy.js';
import { observe } from './observe.js';
import type { Cause, Tracked } from './tracked.js';

/** What was done in one step, for the counterexample. */
export interface Step {
  readonly command: Command;
  /** The number of the action that it was about, counted from 1. */
  readonly about?: number;
  readonly reply?: Reply;
  /** The read-back. */
  readonly shown?: Reply;
}

/** Whether a requirement counts in this attempt; what does not is passed over. */
export type Judges = (id: RequirementId) => boolean;

/**
 * One attempt at a sequence: the actions that it has made as the contract foresees them, beside the target. Where the contract leaves
 * freedom every lawful way in which an action may stand is kept, and what the target shows narrows them, so that no lawful target is
 * accused. Methods throw {@link Found} for the first thing that no lawful course explains, {@link Inconclusive} for an answer that
 * leaves nothing to go by.
 */
export class Course {
  readonly actions: Tracked[] = [];
  readonly steps: Step[] = [];
  /** How many answers and showings were held against what was foreseen. */
  judged = 0;
  /** The number of the action that had the context first. */
  readonly #contexts = new Map<string, number>();

  constructor(
    readonly world: World,
    readonly judges: Judges,
    /** Begins the contexts of this attempt's actions. */
    readonly marker: string,
  ) {}

  at(index: number): Tracked {
    const tracked = this.actions[index];
    if (!tracked) throw new RangeError(`there is no action ${index} among ${this.actions.length}`);
    return tracked;
  }

  /** Whether another action had the context first: a target may want it to be used once (reading 0012). */
  repeats({ clientContext }: WritableBody, index: number): boolean {
    if (typeof clientContext !== 'string') return false;
    const first = this.#contexts.get(clientContext) ?? index;
    this.#contexts.set(clientContext, first);
    return first !== index;
  }

  /** Waits for an answer; a server error ends the attempt, because nobody knows what it has done. */
  async answer(sent: Promise<Reply>): Promise<Reply> {
    const reply = await sent;
    if (reply.status < 500) return reply;
    throw new Inconclusive(`${reply.exchange.request.method} was answered with ${reply.status}`, reply.exchange);
  }

  /** Notes what was done to an action, and what is known of it since. */
  note(index: number, tracked: Tracked, cause: Cause): void {
    this.actions[index] = { ...tracked, causes: [...tracked.causes, cause] };
  }

  /** Adds a step to the counterexample. */
  tell(step: Step): void {
    this.steps.push(step);
  }

  /** Adds to the last step what it has led to. */
  tellMore(seen: Pick<Step, 'reply' | 'shown'>): void {
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, ...seen });
  }

  /** Throws the first discrepancy that counts. One that the target's own progress would explain counts only where nothing moves. */
  async hold(wrong: readonly Discrepancy[]): Promise<void> {
    this.judged += 1;
    for (const one of wrong) {
      if (!this.judges(one.id) || (one.unlessMoved && (await this.world.movesByItself()))) continue;
      throw new Found(one);
    }
  }

  /** Holds a showing of an action against what is known of it. */
  async see(index: number, shown: Action, exchange: Exchange): Promise<void> {
    const { wrong, tracked } = observe(this.at(index), shown, exchange);
    this.actions[index] = tracked;
    await this.hold(wrong);
  }

  /** Reads an action and holds what it shows against what is known; the answer belongs to the last step, or to this new one. */
  async look(index: number, as: Caller = 'writer', step?: Step): Promise<void> {
    const reply = await this.answer(this.world.get(this.at(index).id, { as }));
    if (step) this.tell({ ...step, reply });
    else this.tellMore({ shown: reply });
    const read = reply.status === 200 || reply.status === 206;
    await this.hold(read ? [] : [wrongStatus('GET-1', reply, 'status 200')]);
    await this.see(index, this.world.entity(reply, 200), reply.exchange);
  }
}
