import { Inconclusive } from '../../engine/errors.js';
import type { Caller, Exchange } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import type { Command } from './command.js';
import { type Discrepancy, DiscrepancyFound } from './discrepancy.js';
import { wrongStatusCode } from './responses.js';
import { checkShown } from './shown.js';
import type { PriorRequest, TrackedAction } from './tracked-action.js';

/** One step of a sequence, for the counterexample. */
export interface SequenceStep {
  readonly command: Command;
  /** The number of the action, counted from 1. */
  readonly actionNumber?: number | undefined;
  readonly reply?: Reply;
  /** The response to the get that reads the action after the step. */
  readonly readBack?: Reply;
}

/** Whether a requirement is checked in this attempt. */
export type IsChecked = (id: RequirementId) => boolean;

/**
 * A sequence while it is played: its actions as the model expects them, and its steps. Methods throw {@link DiscrepancyFound} for the
 * first response that the model does not explain, and {@link Inconclusive} for a response that does not allow the sequence to go on.
 */
export class SequencePlay {
  readonly actions: TrackedAction[] = [];
  readonly steps: SequenceStep[] = [];
  /** How many times responses were compared with the model. */
  judged = 0;
  /** The index of the first action with each context. */
  readonly #contexts = new Map<string, number>();

  constructor(
    readonly world: World,
    readonly isChecked: IsChecked,
    /** The beginning of every context that this sequence sends. */
    readonly marker: string,
  ) {}

  action(index: number): TrackedAction {
    const tracked = this.actions[index];
    if (!tracked) throw new RangeError(`there is no action ${index} among ${this.actions.length}`);
    return tracked;
  }

  /** Whether another action has the context already: a target may require that contexts are unique (decision 0012). */
  repeatsContext({ clientContext }: WritableBody, index: number): boolean {
    if (typeof clientContext !== 'string') return false;
    const first = this.#contexts.get(clientContext) ?? index;
    this.#contexts.set(clientContext, first);
    return first !== index;
  }

  /** Waits for the response and adds the step. A server error ends the attempt, because its effect is unknown. */
  async respond(sent: Promise<Reply>, command: Command, actionNumber?: number): Promise<Reply> {
    const reply = await this.#response(sent);
    this.addStep({ command, actionNumber, reply });
    return reply;
  }

  async #response(sent: Promise<Reply>): Promise<Reply> {
    const reply = await sent;
    if (reply.status < 500) return reply;
    const { method } = reply.exchange.request;
    throw new Inconclusive(`the response to ${method} has the status code ${reply.status}`, reply.exchange);
  }

  /** Records a request about an action, and what is known of the action after it. */
  record(index: number, tracked: TrackedAction, request: PriorRequest): void {
    this.actions[index] = { ...tracked, since: [...tracked.since, request] };
  }

  addStep(step: SequenceStep): void {
    this.steps.push(step);
  }

  extendLastStep(more: Pick<SequenceStep, 'reply' | 'readBack'>): void {
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, ...more });
  }

  /** Throws the first discrepancy that counts. Where actions progress by themselves, one that progress explains does not count. */
  async check(wrong: readonly Discrepancy[]): Promise<void> {
    this.judged += 1;
    for (const one of wrong) {
      if (!this.isChecked(one.id) || (one.unlessMoved && (await this.world.movesByItself()))) continue;
      throw new DiscrepancyFound(one);
    }
  }

  /** Compares an action in a response with the model. */
  async checkAction(index: number, action: Action, exchange: Exchange): Promise<void> {
    const { wrong, tracked } = checkShown(this.action(index), action, exchange);
    this.actions[index] = tracked;
    await this.check(wrong);
  }

  /** Reads an action and compares it with the model. Without a command the response belongs to the last step. */
  async read(index: number, as: Caller = 'writer', command?: Command): Promise<void> {
    const sent = this.world.get(this.action(index).id, { as });
    const reply = await (command ? this.respond(sent, command, index + 1) : this.#response(sent));
    if (!command) this.extendLastStep({ readBack: reply });
    const found = reply.status === 200 || reply.status === 206;
    await this.check(found ? [] : [wrongStatusCode('GET-1', reply, 'status 200')]);
    await this.checkAction(index, this.world.entity(reply, 200), reply.exchange);
  }
}
