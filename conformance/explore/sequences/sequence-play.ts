import { Inconclusive, unlessInconclusive } from '../../engine/errors.js';
import type { Caller, Exchange } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { type RequirementId, requirements } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { changedByReading } from '../../engine/world/changed-by-reading.js';
import type { Action, World } from '../../engine/world/world.js';
import type { ActionState } from '../../model/action-model.js';
import { isAllowedTransition, isStatus } from '../../model/lifecycle.js';
import { fixedProperties } from '../../model/property-groups.js';
import type { ActionIndex, Command } from './command.js';
import { type Discrepancy, DiscrepancyFound } from './discrepancy.js';
import { broken, type PriorRequest } from './requirements.js';
import { wrongStatusCode } from './responses.js';
import { checkShown } from './shown.js';
import type { TrackedAction } from './tracked-action.js';

/** The pointers to properties that no request changes: only for them a get before is the likely cause. */
const fixedPointers: ReadonlySet<string> = new Set(fixedProperties.map((name) => `/${name}`));

/** One step of a sequence, for the counterexample. */
export interface SequenceStep {
  readonly command: Command;
  /** The number of the action, counted from 1. */
  readonly actionNumber?: number | undefined;
  readonly reply?: Reply;
  /** The response to the get that reads the action after the step. */
  readonly readBack?: Reply;
}

/**
 * A sequence while it is played: its actions as the model expects them, and its steps. Methods throw {@link DiscrepancyFound} for the
 * first response that the model does not explain, and {@link Inconclusive} for a response that does not allow the sequence to go on.
 */
export class SequencePlay {
  readonly actions: TrackedAction[] = [];
  readonly steps: SequenceStep[] = [];
  /** How many times responses were compared with the model. */
  judged = 0;
  /** The index of the action that was read last, if no command came after. */
  justRead: number | undefined;
  /** The index of the first action with each context. */
  readonly #contexts = new Map<string, number>();

  constructor(
    readonly world: World,
    /** Whether a requirement is checked in this attempt. */
    readonly isChecked: (id: RequirementId) => boolean,
    /** The beginning of every context that this sequence sends. */
    readonly marker: string,
    /** Reads an action after each command about it, whatever the command says. */
    readonly readsAlways = false,
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

  /** The index of the action that a command means. */
  indexOf(which: ActionIndex): number {
    return Math.min(which, this.actions.length - 1);
  }

  /** Whether a command is left out because no state of its action allows the status that it sends. */
  leavesOut(command: Command): boolean {
    if (command.does !== 'update' || command.evenIfForbidden) return false;
    const { status: to } = command.patch;
    if (!isStatus(to)) return false;
    const { states } = this.action(this.indexOf(command.which));
    return states.every(({ status }) => status !== to && !isAllowedTransition(status, to, 'client'));
  }

  /** Waits for the response and adds the step; without a command the response belongs to the last step. A server error ends the attempt, because its effect is unknown. */
  async respond(sent: Promise<Reply>, command?: Command, actionNumber?: number): Promise<Reply> {
    const reply = await sent;
    const { status, exchange } = reply;
    if (status >= 500)
      throw new Inconclusive(`the response to ${exchange.request.method} has the status code ${status}`, exchange);
    if (command) this.steps.push({ command, actionNumber, reply });
    else this.extendLastStep({ readBack: reply });
    return reply;
  }

  /** Records a request about an action, and the states in which the action may be after it. */
  record(index: number, request: PriorRequest, states?: readonly ActionState[]): void {
    const tracked = this.action(index);
    this.actions[index] = { ...tracked, states: states ?? tracked.states, since: [...tracked.since, request] };
  }

  extendLastStep(more: Pick<SequenceStep, 'reply' | 'readBack'>): void {
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, ...more });
  }

  /**
   * Throws the first discrepancy that counts. Where actions progress by themselves, one that progress explains does not count. A step
   * that breaks another MUST ends the sequence, because later steps may only show its consequences.
   */
  async check(wrong: readonly Discrepancy[]): Promise<void> {
    this.judged += 1;
    const unexplained: Discrepancy[] = [];
    for (const one of await this.#withoutChangesByReading(wrong))
      if (!one.unlessMoved || !(await this.world.movesByItself())) unexplained.push(one);
    const found = unexplained.find(({ id, ambiguous }) => !ambiguous && this.isChecked(id));
    if (found) throw new DiscrepancyFound(found);
    const departure = unexplained.find(({ id, ambiguous }) => ambiguous || requirements[id].level === 'MUST');
    if (departure)
      throw new Inconclusive(`a step breaks ${departure.id}, which is not checked here`, departure.exchange);
  }

  /** Compares an action in a response with the model. */
  async checkAction(index: number, action: Action, exchange: Exchange): Promise<void> {
    const { wrong, tracked } = checkShown(this.action(index), action, exchange);
    this.actions[index] = tracked;
    await this.check(wrong);
  }

  /** The discrepancies without those of properties that reading alone changes (SURFACE-12). */
  async #withoutChangesByReading(wrong: readonly Discrepancy[]): Promise<readonly Discrepancy[]> {
    if (!wrong.some(({ at }) => at !== undefined && fixedPointers.has(at))) return wrong;
    const names = (await unlessInconclusive(changedByReading(this.world))) ?? [];
    return wrong.filter(({ at }) => !names.some((name) => at === `/${name}`));
  }

  /** Reads an action and compares it with the model. */
  async read(index: number, as: Caller = 'writer', command?: Command): Promise<void> {
    const reply = await this.respond(this.world.get(this.action(index).id, { as }), command, index + 1);
    const found = isSuccess(reply);
    await this.check(found ? [] : [wrongStatusCode(broken.getRejected, reply, 'status 200')]);
    await this.checkAction(index, this.world.entity(reply), reply.exchange);
    this.justRead = index;
  }
}
