import pLimit from 'p-limit';
import { type RequirementId, requirements } from '../../../../generated/requirements.js';
import type { Case, Check, Rule } from '../../check.js';
import { TimeLimitOver } from '../../errors.js';
import type { Exchange } from '../../evidence/exchange.js';
import { isOverload } from '../../evidence/overload.js';
import { enderOf } from '../../http/ledger.js';
import { Sender } from '../../http/sender.js';
import type { Finding } from '../../judge/violation.js';
import type { RunOptions } from '../../options.js';
import type { Reason } from '../../reason.js';
import type { Target } from '../../target.js';
import { drawFrom } from '../../world/draw.js';
import { initialProfile, probe } from '../../world/probe/probe.js';
import { notApplicable, type Profile } from '../../world/profile.js';
import type { World } from '../../world/world.js';
import { type AuditKind, audit } from '../ending/audit.js';
import { repeatedIds } from '../ending/repeated-ids.js';
import type { Played, RunEvent } from '../events.js';
import type { Discovery, Exploration, Explorer } from '../explorer.js';
import { type Job, jobsOf } from '../jobs.js';
import type { Decision, Result } from '../outcome.js';
import { ruleResult, trusted } from '../results.js';
import { unseenFeatures } from '../unseen-features.js';
import { CreateControl } from './create-control.js';
import { Notes } from './notes.js';
import { play } from './play.js';
import { type Attempt, Retry } from './retry.js';
import { exchangesOf, type Scene, Scenes } from './scenes.js';
import { type Stage, TargetStage } from './stage.js';
import { TimeLimit } from './time-limit.js';

/** One target, probed once, on which inputs are played; every exchange is judged by the rules as it comes. */
export class Session {
  readonly cases: readonly Case[];
  readonly rules: readonly Rule[];
  readonly #stage: Stage;
  readonly #notes: Notes;
  readonly #scenes: Scenes;
  /** The worlds of preparations whose exchanges are noted. */
  readonly #noted = new WeakSet<Scene>();
  readonly #retry: Retry;
  readonly #time: TimeLimit;
  readonly #creates: CreateControl;
  #passedErrors = 0;
  #isSlow = false;

  constructor(
    checks: readonly Check[],
    readonly target: Target,
    readonly options: RunOptions,
    stage: Stage = new TargetStage(new Sender(target, options)),
    private readonly played: (event: Played) => void = () => undefined,
  ) {
    this.cases = checks.filter((check) => check.kind === 'case');
    this.rules = checks.filter((check) => check.kind === 'rule');
    this.#stage = stage;
    this.#notes = new Notes(this.rules, options.settleMs, (sinceBegin) => stage.began + sinceBegin);
    const known = { ...initialProfile(target), ...stage.known };
    this.#scenes = new Scenes(target, options, stage, known);
    this.#retry = new Retry(
      10 * options.settleMs,
      () => {
        this.#passedErrors += 1;
      },
      (ms) => stage.pause(ms),
      stage.lock,
    );
    this.#time = new TimeLimit(options.maxTimeMs, (label, until) => stage.isOver(label, until));
    this.#creates = new CreateControl((label, act) => this.#beside(label, act));
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
    const passed = this.#passedErrors;
    const errors =
      passed === 0
        ? []
        : [
            `${passed} ${passed === 1 ? 'input' : 'inputs'} met a 5xx response that did not come again when the input was played anew; it decides nothing`,
          ];
    return [
      ...(time === undefined ? [] : [time]),
      ...this.#stage.notices,
      ...this.#creates.notices,
      ...errors,
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
      this.#note(scene, 'probe');
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
  async play(job: Job): Promise<Decision> {
    const { check, input, index } = job;
    const family = familyOf(job);
    const place = `${family}/${index}`;
    let last: Scene | undefined;
    const attempt = async (before: number, own?: 'own'): Promise<Attempt> => {
      const label = [place, before > 0 ? `again ${before}` : undefined, own].filter(Boolean).join('/');
      const alone = before > 0 || this.options.concurrency === 1;
      const scene = await this.#scenes.enter(
        label,
        alone,
        this.#scenes.sharedBy(check.id, family, label === place ? undefined : label, alone),
      );
      const { world } = scene;
      last = scene;
      const name = check.named(input as never);
      const named = [check.id, name].filter(Boolean).join(': ');
      const began = world.clock.now();
      let decision: Decision | undefined;
      let ms = 0;
      try {
        decision = this.#notes.withWrite(
          trusted(await play(check, input, world, world.exchanges, () => exchangesOf(scene)), this.profile),
          scene,
          named,
        );
        if (exchangesOf(scene).some(isServerError)) decision = { ...decision, serverError: true };
        ms = world.clock.now() - began;
      } finally {
        this.#note(scene, named, { case: check.id, input: name, decision });
      }
      if (decision.outcome === 'passed') world.shared.passed((id) => this.#notes.unfinished.has(id));
      // What such an attempt takes, it has left itself.
      else if (own === undefined && world.shared.tookInTurn) return attempt(before, 'own');
      return { decision, ms };
    };
    if (this.#time.isOver(place)) return this.#time.notPlayed(check.named(input as never));
    const moves = (before: number) => this.#movesByItself(`${place}/${before}`);
    const decision = await this.#retry.untilConclusive(attempt, moves);
    const isOpen = decision.outcome === 'failed' || decision.outcome === 'inconclusive';
    const rejection = isOpen && last ? await this.#rejection(place, exchangesOf(last)) : undefined;
    if (!rejection) return decision;
    return {
      outcome: 'inconclusive',
      judged: 0,
      kind: 'creates-rejected',
      finding: { ...rejection, input: check.named(input as never) },
    };
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
    return explorer.explore({
      profile: this.profile,
      options: this.options,
      judges: (id) => wanted(id) && this.notApplicable(id) === undefined,
      plays,
      isOver: (label) => this.#stage.isOver(label, until),
      createsAreRejected: async (label, exchanges) => (await this.#rejection(label, exchanges)) !== undefined,
      attempt: async (label, act) => {
        const scene = await this.#scenes.enter(label);
        try {
          return await act(scene.world);
        } finally {
          this.#note(scene, label);
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

  /**
   * Reads what the run created once more, and keeps the failures (decision 0057). An unfinished action is cancelled as soon as it was
   * read, while those that were written last settle; unless the audit is `patient`, it waits only for what differs. Returns how many
   * actions were compared.
   */
  async audit(kind: AuditKind = 'patient'): Promise<number> {
    const keeps = this.profile.class === 'stateful' && this.profile.discriminates;
    if (keeps) for (const discovery of repeatedIds(this.#notes.actions.repeatedIds)) this.#notes.discover(discovery);
    const known = keeps ? this.#notes.actions.actions : [];
    if (known.length === 0 || this.#time.isOver('audit')) return 0;
    const scene = await this.#scenes.enter('audit', true);
    const { settleMs } = this.options;
    const { concurrency } = this;
    const done = (id: string) => this.#cancel(scene.world, id);
    try {
      for (const discovery of await audit(scene.world, known, { concurrency, settleMs, kind, done }))
        this.#notes.discover(discovery);
    } finally {
      // The responses to a cancel of the clean-up decide nothing.
      this.#note(scene, 'audit', {}, ({ operation }) => operation !== 'cancel');
    }
    return known.length;
  }

  /** Cancels the actions that the run created and left unfinished. The responses decide nothing. */
  async cleanUp(): Promise<void> {
    this.#stage.liftTimeLimit();
    if (this.#notes.unfinished.size === 0) return;
    const scene = await this.#scenes.enter('clean-up');
    const limit = pLimit(this.concurrency);
    await limit.map([...this.#notes.unfinished.keys()], (id) => this.#cancel(scene.world, id));
    this.#tell(scene);
  }

  async #cancel(world: World, id: string): Promise<void> {
    const caller = this.#notes.unfinished.get(id);
    if (caller === undefined) return;
    this.#notes.unfinished.delete(id);
    await world.cancel(id, { as: enderOf(caller) }).catch((error: unknown) => {
      // The clean-up after the time limit sends it.
      if (error instanceof TimeLimitOver) this.#notes.unfinished.set(id, caller);
    });
  }

  close(): Promise<void> {
    return this.#stage.close();
  }

  async #movesByItself(before: string): Promise<boolean> {
    return this.#beside(`progress/${before}`, (world) => world.movesByItself().catch(() => false));
  }

  /** What keeps creates from being accepted by now, on a target on which the probe created actions. */
  async #rejection(place: string, exchanges: readonly Exchange[]): Promise<Finding | undefined> {
    return this.profile.untouchedId === undefined ? undefined : this.#creates.rejection(place, exchanges);
  }

  /** Does something in a world of its own, to learn about the target. */
  async #beside<T>(label: string, act: (world: World) => Promise<T>): Promise<T> {
    const scene = await this.#scenes.enter(label);
    try {
      return await act(scene.world);
    } finally {
      this.#note(scene, label.split('/')[0] ?? '');
    }
  }

  /** Notes the exchanges of a world, after those of what was prepared for it; the rules judge those that `isJudged` names. */
  #note(
    scene: Scene,
    label: string,
    about: Pick<Played, 'case' | 'input' | 'decision'> = {},
    isJudged: (exchange: Exchange) => boolean = () => true,
  ): void {
    try {
      this.#read(scene, label, about, isJudged);
    } finally {
      this.#scenes.leave(scene);
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
    for (const discovery of scene.discoveries) this.#notes.discover(discovery);
    const exchanges = scene.world.exchanges.filter(isJudged);
    this.#notes.read(exchanges, label, this.profile.class === 'stateful');
    this.#tell(scene, about);
  }

  #tell({ label, world, readings, preparedFor }: Scene, about?: Pick<Played, 'case' | 'input' | 'decision'>): void {
    const { exchanges, beside } = world;
    if (this.options.observe) exchanges.forEach(this.options.observe);
    const shared = preparedFor && { shared: true as const };
    // An action that an input took from another one has its real values.
    const clean = readings.map((one) => (typeof one === 'string' ? this.redact(one) : one));
    const endedAt = this.#stage.now();
    this.played({ type: 'played', world: label, ...about, ...shared, exchanges, beside, readings: clean, endedAt });
  }
}

/** The name of what the inputs of one draw of a case share. */
function familyOf({ check, draw }: Job): string {
  return `${check.id}${draw > 0 ? `/draw ${draw}` : ''}`;
}

/** Milliseconds for one request beyond which a target counts as slow. */
const slowMs = 25;

/** Whether more than half of these requests took long. */
function isSlow(exchanges: readonly Exchange[]): boolean {
  return exchanges.filter(({ startedAt, endedAt }) => endedAt - startedAt > slowMs).length > exchanges.length / 2;
}

/** A 5xx response that does not stand for overload. */
function isServerError({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 500 && !isOverload(response.status);
}
