import { type RequirementId, requirements } from '../../../../generated/requirements.js';
import type { Case, Check, Rule } from '../../check.js';
import type { Exchange } from '../../evidence/exchange.js';
import { Sender } from '../../http/sender.js';
import type { RunOptions } from '../../options.js';
import type { Reason } from '../../reason.js';
import type { Target } from '../../target.js';
import { drawFrom } from '../../world/draw.js';
import { initialProfile, probe } from '../../world/probe/probe.js';
import { notApplicable, type Profile } from '../../world/profile.js';
import type { AuditKind } from '../ending/audit.js';
import type { Played, RunEvent } from '../events.js';
import type { Discovery, Exploration, Explorer } from '../explorer.js';
import { type Job, jobsOf } from '../jobs.js';
import type { Decision, Result } from '../outcome.js';
import { ruleResult } from '../results.js';
import { unseenFeatures } from '../unseen-features.js';
import { Ending } from './ending.js';
import { familyOf, Inputs } from './inputs.js';
import { Notes } from './notes.js';
import { SceneLog } from './scene-log.js';
import { Scenes } from './scenes.js';
import { type Stage, TargetStage } from './stage.js';
import { TimeLimit } from './time-limit.js';

/** One target, probed once, on which inputs are played; every exchange is judged by the rules as it comes. */
export class Session {
  readonly cases: readonly Case[];
  readonly rules: readonly Rule[];
  readonly #stage: Stage;
  readonly #notes: Notes;
  readonly #scenes: Scenes;
  readonly #time: TimeLimit;
  readonly #log: SceneLog;
  readonly #inputs: Inputs;
  readonly #ending: Ending;
  #isSlow = false;

  constructor(
    checks: readonly Check[],
    readonly target: Target,
    readonly options: RunOptions,
    stage: Stage = new TargetStage(new Sender(target, options)),
    played: (event: Played) => void = () => undefined,
  ) {
    this.cases = checks.filter((check) => check.kind === 'case');
    this.rules = checks.filter((check) => check.kind === 'rule');
    this.#stage = stage;
    this.#notes = new Notes(this.rules, options.settleMs, (sinceBegin) => stage.began + sinceBegin);
    const known = { ...initialProfile(target), ...stage.known };
    this.#scenes = new Scenes(target, options, stage, known);
    this.#time = new TimeLimit(options.maxTimeMs, (label, until) => stage.isOver(label, until));
    this.#log = new SceneLog(stage, this.#scenes, this.#notes, options.observe, played);
    this.#inputs = new Inputs(stage, this.#scenes, this.#notes, this.#log, this.#time, options);
    this.#ending = new Ending(stage, this.#scenes, this.#notes, this.#log, this.#time, options.settleMs);
  }

  get profile(): Profile {
    return this.#scenes.profile;
  }

  /** The text without the secrets of the target. */
  redact(text: string): string {
    return this.#stage.redact(text);
  }

  /** What the user should know about the connection to the target. */
  get notices(): readonly string[] {
    const { notice: time } = this.#time;
    return [
      ...(time === undefined ? [] : [time]),
      ...this.#stage.notices,
      ...this.#inputs.notices,
      ...this.#notes.book.notices,
      ...this.#scenes.waits.notices,
    ].map((notice) => this.redact(notice));
  }

  /** How many inputs are played at the same time. */
  get concurrency(): number {
    const { concurrency, adaptConcurrency } = this.options;
    return adaptConcurrency && this.#isSlow ? 2 * concurrency : concurrency;
  }

  /** The number of requests sent so far. */
  get requests(): number {
    return this.#stage.sent;
  }

  /**
   * Finds the class and the features of the target.
   *
   * @throws Unreachable when no response comes, ConfigurationError when the writer's token is rejected.
   */
  async probe(): Promise<Profile> {
    const draw = drawFrom(this.options.seed, 'probe');
    const scene = await this.#scenes.enter('probe world');
    try {
      this.#scenes.profile = await probe(scene.world, this.target, this.#stage.writes, draw);
    } finally {
      this.#log.note(scene, 'probe');
    }
    for (const discovery of unseenFeatures(this.profile)) this.#notes.discover(discovery);
    this.#isSlow = isSlow(scene.world.exchanges);
    return this.profile;
  }

  /** Why the requirement does not apply to this target; `undefined` when it does. */
  notApplicable(id: RequirementId): Reason | undefined {
    return notApplicable(requirements[id], this.profile);
  }

  /** The inputs of a case as jobs, as many as the effort allows. They may be played at the same time as any others. */
  jobs(check: Case, effort = this.options.effort): readonly Job[] {
    const world = this.#scenes.idle(check.id);
    return jobsOf(check, world, { effort, draws: this.options.draws });
  }

  /** Notes which inputs will be played, so that those of a case may send their requests together. */
  plan(jobs: readonly Job[]): void {
    for (const job of jobs) this.#scenes.plan(familyOf(job), job.input);
  }

  /** Plays one input, and plays it again where the target's own progress or another input may be why it did not pass. */
  play(job: Job): Promise<Decision> {
    return this.#inputs.play(job);
  }

  /** Drops what the inputs of a case share, with its exchanges, once all of them were played. */
  release({ id }: Case): void {
    this.#scenes.release(id);
  }

  /** Lets an explorer work on the target, in the lanes that `plays` names; only the requirements that `wanted` names count. */
  explore(
    explorer: Explorer,
    wanted: (id: RequirementId) => boolean,
    plays: (lane: number) => boolean = () => true,
  ): Promise<Exploration> {
    const until = Math.min(
      this.#stage.now() + this.options.budgetMs,
      this.options.maxTimeMs ?? Number.POSITIVE_INFINITY,
    );
    const applies = (id: RequirementId) => this.notApplicable(id) === undefined;
    return explorer.explore({
      profile: this.profile,
      options: this.options,
      judges: (id) => wanted(id) && applies(id),
      applies,
      plays,
      isOver: (label) => this.#stage.isOver(label, until),
      createsAreRejected: async (label, exchanges) => (await this.#inputs.rejection(label, exchanges)) !== undefined,
      attempt: async (label, act) => {
        const scene = await this.#scenes.enter(label);
        try {
          return await act(scene.world);
        } finally {
          this.#log.note(scene, label);
        }
      },
    });
  }

  /** Failures that were found outside the case that checks the requirement. */
  get discoveries(): readonly Discovery[] {
    return this.#notes.discoveries;
  }

  /** The result of a rule after everything exchanged so far. */
  ruleResult(rule: Rule): Result {
    const { discriminates } = this.profile;
    const { effort } = this.options;
    const facts = { discriminates, effort, writes: this.#stage.writes, hasRunOut: this.#time.leftOutInputs };
    return ruleResult(rule, this.#notes.book.record(rule), facts);
  }

  /** Whether a rule that requires an observation has had none so far. */
  hasNotSeen(rule: Rule): boolean {
    const applies = rule.unseen === undefined && this.notApplicable(rule.id) === undefined;
    return applies && this.#notes.book.record(rule).judged === 0;
  }

  /** What the failed and inconclusive results have in common: their causes, and those that follow from another one. */
  explained(results: readonly Result[]): Omit<Extract<RunEvent, { type: 'explained' }>, 'type'> {
    return this.#notes.explained(results);
  }

  /** Reads what the run created once more, and keeps the failures; returns how many actions were compared. */
  audit(kind: AuditKind = 'patient'): Promise<number> {
    return this.#ending.audit(kind, this.concurrency);
  }

  /** Cancels the actions that the run created and left unfinished. The responses decide nothing. */
  cleanUp(): Promise<void> {
    return this.#ending.cleanUp(this.concurrency);
  }

  close(): Promise<void> {
    return this.#stage.close();
  }
}

/** Milliseconds for one request beyond which a target counts as slow. */
const slowMs = 25;

/** Whether more than half of these requests took long. */
function isSlow(exchanges: readonly Exchange[]): boolean {
  return exchanges.filter(({ startedAt, endedAt }) => endedAt - startedAt > slowMs).length > exchanges.length / 2;
}
