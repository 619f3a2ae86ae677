import type { Exchange } from '../../evidence/exchange.js';
import type { Finding } from '../../judge/violation.js';
import type { RunOptions } from '../../options.js';
import type { Job } from '../jobs.js';
import type { Decision } from '../outcome.js';
import { trusted } from '../results.js';
import { CreateControl } from './create-control.js';
import type { Notes } from './notes.js';
import { play } from './play.js';
import { type Attempt, Retry } from './retry.js';
import type { SceneLog } from './scene-log.js';
import { exchangesOf, type Scene, type Scenes } from './scenes.js';
import { serverErrorsIn } from './server-errors.js';
import type { Stage } from './stage.js';
import type { TimeLimit } from './time-limit.js';

/** Plays the inputs of cases, each until an attempt decides it. */
export class Inputs {
  readonly #retry: Retry;
  readonly #creates: CreateControl;
  #passedErrors = 0;

  constructor(
    stage: Stage,
    private readonly scenes: Scenes,
    private readonly notes: Notes,
    private readonly log: SceneLog,
    private readonly time: TimeLimit,
    private readonly options: Pick<RunOptions, 'concurrency' | 'settleMs'>,
  ) {
    this.#retry = new Retry(
      10 * options.settleMs,
      () => {
        this.#passedErrors += 1;
      },
      (ms) => stage.pause(ms),
      stage.lock,
      ({ operation, response }) =>
        operation !== undefined && this.scenes.profile.constantErrors?.get(operation) === response?.status,
    );
    this.#creates = new CreateControl((label, act) => log.beside(label, act));
  }

  /** What the user should know about how they were played. */
  get notices(): readonly string[] {
    const passed = this.#passedErrors;
    const errors =
      passed === 0
        ? []
        : [
            `${passed} ${passed === 1 ? 'input' : 'inputs'} met a 5xx response that did not come again when the input was played anew; it decides nothing`,
          ];
    return [...this.#creates.notices, ...errors];
  }

  /** Plays one input, and plays it again where the target's own progress or another input may be why it did not pass. */
  async play(job: Job): Promise<Decision> {
    const { check, input, index } = job;
    const family = familyOf(job);
    const place = `${family}/${index}`;
    let last: Scene | undefined;
    const attempt = async (before: number, own?: 'own'): Promise<Attempt> => {
      const label = [place, before > 0 ? `again ${before}` : undefined, own].filter(Boolean).join('/');
      const alone = before > 0 || this.options.concurrency === 1;
      const scene = await this.scenes.enter(
        label,
        alone,
        this.scenes.sharedBy(check.id, family, label === place ? undefined : label, alone),
      );
      const { world } = scene;
      last = scene;
      const name = check.named(input as never);
      const named = [check.id, name].filter(Boolean).join(': ');
      const began = world.clock.now();
      let decision: Decision | undefined;
      let ms = 0;
      let serverErrors: readonly string[] = [];
      try {
        decision = this.notes.withWrite(
          trusted(await play(check, input, world, world.exchanges, () => exchangesOf(scene)), this.scenes.profile),
          scene,
          named,
        );
        serverErrors = serverErrorsIn(exchangesOf(scene));
        if (serverErrors.length > 0) decision = { ...decision, serverError: true };
        ms = world.clock.now() - began;
      } finally {
        this.log.note(scene, named, { case: check.id, input: name, decision });
      }
      if (decision.outcome === 'passed') world.shared.passed((id) => this.notes.unfinished.has(id));
      // What such an attempt takes, it has left itself.
      else if (own === undefined && world.shared.tookInTurn) return attempt(before, 'own');
      return { decision, ms, serverErrors };
    };
    if (this.time.isOver(place)) return this.time.notPlayed(check.named(input as never));
    const moves = (before: number) => this.#movesByItself(`${place}/${before}`);
    const decision = await this.#retry.untilConclusive(attempt, moves);
    const isOpen = decision.outcome === 'failed' || decision.outcome === 'inconclusive';
    const rejection = isOpen && last ? await this.rejection(place, exchangesOf(last)) : undefined;
    if (!rejection) return decision;
    return {
      outcome: 'inconclusive',
      judged: 0,
      kind: 'creates-rejected',
      finding: { ...rejection, input: check.named(input as never) },
    };
  }

  async #movesByItself(before: string): Promise<boolean> {
    return this.log.beside(`progress/${before}`, (world) => world.movesByItself().catch(() => false));
  }

  /** What keeps creates from being accepted by now, on a target on which the probe created actions. */
  async rejection(place: string, exchanges: readonly Exchange[]): Promise<Finding | undefined> {
    return this.scenes.profile.untouchedId === undefined ? undefined : this.#creates.rejection(place, exchanges);
  }
}

/** The name of what the inputs of one draw of a case share. */
export function familyOf({ check, draw }: Job): string {
  return `${check.id}${draw > 0 ? `/draw ${draw}` : ''}`;
}
