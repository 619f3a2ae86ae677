import pLimit from 'p-limit';
import { type RequirementId, requirements } from '../../../../generated/requirements.js';
import { CauseLog } from '../../cause/cause-log.js';
import { consequences } from '../../cause/consequences.js';
import { samePlace } from '../../cause/same-place.js';
import type { Case, Check, Rule } from '../../check.js';
import { KitFault, TimeLimitOver } from '../../errors.js';
import type { Caller, Exchange } from '../../evidence/exchange.js';
import { isOverload } from '../../evidence/overload.js';
import { enderOf } from '../../http/ledger.js';
import { Sender } from '../../http/sender.js';
import { RuleBook } from '../../judge/rule-book.js';
import { WriteLog } from '../../judge/write-log.js';
import type { RunOptions } from '../../options.js';
import type { Reason } from '../../reason.js';
import type { Target } from '../../target.js';
import { drawFrom } from '../../world/draw.js';
import { PreferSteering } from '../../world/prefer-steering.js';
import { initialProfile, probe } from '../../world/probe/probe.js';
import { notApplicable, type Profile } from '../../world/profile.js';
import { Shared } from '../../world/shared.js';
import { Waits } from '../../world/waits.js';
import { World } from '../../world/world.js';
import { audit, repeatedIds } from '../ending/audit.js';
import { AuditLog } from '../ending/audit-log.js';
import { leftUnfinished } from '../ending/clean-up.js';
import type { Played, RunEvent } from '../events.js';
import type { Discovery, Exploration, Explorer } from '../explorer.js';
import { type Job, jobsOf } from '../jobs.js';
import type { Decision, Result } from '../outcome.js';
import { play } from './play.js';
import { ruleResult, trusted } from '../results.js';
import { Retry } from './retry.js';
import { type Stage, type Surroundings, TargetStage } from './stage.js';
import { TimeLimit } from './time-limit.js';
import { unseenFeatures } from '../unseen-features.js';

/** A world, its label, what was read in it, and the worlds of what was prepared for it. */
interface Scene extends Pick<Surroundings, 'readings'> {
  readonly label: string;
  readonly world: World;
  readonly used: readonly Scene[];
  /** The case for whose inputs something is prepared in this world. */
  readonly preparedFor?: RequirementId | undefined;
}

/** One target, probed once, on which inputs are played; every exchange is judged by the rules as it comes. */
export class Session {
  readonly cases: readonly Case[];
  readonly rules: readonly Rule[];
  readonly #stage: Stage;
  readonly #book: RuleBook;
  /** The actions that the run created and left unfinished, and who created each. */
  readonly #unfinished = new Map<string, Caller>();
  readonly #log = new AuditLog();
  readonly #writes = new WriteLog();
  readonly #waits = new Waits();
  readonly #causes: CauseLog;
  readonly #discoveries = new Map<string, Discovery>();
  readonly #shared = new Map<string, Shared<Scene>>();
  /** The worlds of preparations whose exchanges are noted. */
  readonly #noted = new WeakSet<Scene>();
  readonly #retry: Retry;
  readonly #time: TimeLimit;
  #profile: Profile;
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
    this.#book = new RuleBook(this.rules, this.#writes);
    this.#causes = new CauseLog(options.settleMs, (sinceBegin) => stage.began + sinceBegin);
    this.#retry = new Retry(
      10 * options.settleMs,
      () => {
        this.#passedErrors += 1;
      },
      (ms) => stage.pause(ms),
    );
    this.#time = new TimeLimit(options.maxTimeMs, (label, until) => stage.isOver(label, until));
    this.#profile = { ...initialProfile(target), ...stage.known };
  }

  get profile(): Profile {
    return this.#profile;
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
    return [...(time === undefined ? [] : [time]), ...this.#stage.notices, ...errors, ...this.#waits.notices].map(
      (notice) => this.redact(notice),
    );
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
    const scene = await this.#enter('probe world');
    try {
      this.#profile = await probe(scene.world, this.target, this.#stage.writes, draw);
    } finally {
      this.#note(scene, 'probe');
    }
    for (const discovery of unseenFeatures(this.#profile)) this.#discover(discovery);
    this.#isSlow = isSlow(scene.world.exchanges);
    return this.#profile;
  }

  /** Why the requirement does not apply to this target; `undefined` when it does. */
  notApplicable(id: RequirementId): Reason | undefined {
    return notApplicable(requirements[id], this.#profile);
  }

  /** The inputs of a case as jobs, as many as the effort allows. They may be played at the same time as any others. */
  jobs(check: Case, effort = this.options.effort): readonly Job[] {
    const { world } = this.#scene(check.id, this.#stage.idle);
    return jobsOf(check, world, { effort, draws: this.options.draws });
  }

  /** Plays one input, and plays it again where the target's own progress may have made it inconclusive. */
  play({ check, input, index, draw }: Job): Promise<Decision> {
    const family = `${check.id}${draw > 0 ? `/draw ${draw}` : ''}`;
    const place = `${family}/${index}`;
    const attempt = async (before: number) => {
      const label = `${place}${before > 0 ? `/again ${before}` : ''}`;
      const alone = before > 0 || this.options.concurrency === 1;
      const scene = await this.#enter(
        label,
        alone,
        this.#sharedBy(check.id, family, before === 0 ? undefined : label, alone),
      );
      const { world } = scene;
      const name = check.named(input as never);
      const named = [check.id, name].filter(Boolean).join(': ');
      const began = world.clock.now();
      let decision: Decision | undefined;
      try {
        decision = this.#withWrite(
          trusted(await play(check, input, world, world.exchanges), this.#profile),
          scene,
          named,
        );
        if (exchangesOf(scene).some(isServerError)) decision = { ...decision, serverError: true };
        return { decision, ms: world.clock.now() - began };
      } finally {
        this.#note(scene, named, { case: check.id, input: name, decision });
      }
    };
    if (this.#time.isOver(place)) return Promise.resolve(this.#time.notPlayed(check.named(input as never)));
    return this.#retry.untilConclusive(attempt, (before) => this.#movesByItself(`${place}/${before}`));
  }

  /** Drops what the inputs of a case share, with its exchanges, once all of them were played. */
  release({ id }: Case): void {
    for (const family of [...this.#shared.keys()]) if (family.split('/')[0] === id) this.#shared.delete(family);
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
      profile: this.#profile,
      options: this.options,
      judges: (id) => wanted(id) && this.notApplicable(id) === undefined,
      plays,
      isOver: (label) => this.#stage.isOver(label, until),
      attempt: async (label, act) => {
        const scene = await this.#enter(label);
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
    return [...this.#discoveries.values()];
  }

  /** The result of a rule after everything exchanged so far. */
  ruleResult(rule: Rule): Result {
    const { discriminates } = this.#profile;
    const { effort } = this.options;
    const facts = { discriminates, effort, writes: this.#stage.writes, hasRunOut: this.#time.leftOutInputs };
    return ruleResult(rule, this.#book.record(rule), facts);
  }

  /** Whether a rule that requires an observation has had none so far. */
  hasNotSeen(rule: Rule): boolean {
    const applies = rule.unseen === undefined && this.notApplicable(rule.id) === undefined;
    return applies && this.#book.record(rule).judged === 0;
  }

  /** What the failed and inconclusive results have in common: their causes, and those that follow from another one. */
  explained(results: readonly Result[]): Omit<Extract<RunEvent, { type: 'explained' }>, 'type'> {
    const causes = this.#causes.causes(results);
    const caused = new Set(causes.flatMap(({ requirements }) => requirements));
    const others = results.filter(({ id }) => !caused.has(id));
    const followers = consequences(others, (finding) => this.#writes.before(finding));
    const followed = new Set(followers.map(({ id }) => id));
    const same = samePlace(others.filter(({ id }) => !followed.has(id)));
    return { causes, consequences: [...followers, ...same] };
  }

  /**
   * Reads what the run created once more, and keeps the failures (decision 0057). An unfinished action is cancelled as soon as it was
   * read, while those that were written last settle; unless the audit is `patient`, it waits only for what differs. Returns how many
   * actions were read.
   */
  async audit(isPatient = true): Promise<number> {
    const keeps = this.#profile.class === 'stateful' && this.#profile.discriminates;
    if (keeps) for (const discovery of repeatedIds(this.#log.repeatedIds)) this.#discover(discovery);
    const known = keeps ? this.#log.actions : [];
    if (known.length === 0 || this.#time.isOver('audit')) return 0;
    const scene = await this.#enter('audit', true);
    const { settleMs } = this.options;
    const { concurrency } = this;
    const done = (id: string) => this.#cancel(scene.world, id);
    try {
      for (const discovery of await audit(scene.world, known, { concurrency, settleMs, isPatient, done }))
        this.#discover(discovery);
    } finally {
      // The responses to a cancel of the clean-up decide nothing.
      this.#note(scene, 'audit', {}, ({ operation }) => operation !== 'cancel');
    }
    return known.length;
  }

  /** Cancels the actions that the run created and left unfinished. The responses decide nothing. */
  async cleanUp(): Promise<void> {
    this.#stage.liftTimeLimit();
    if (this.#unfinished.size === 0) return;
    const scene = await this.#enter('clean-up');
    const limit = pLimit(this.concurrency);
    await limit.map([...this.#unfinished.keys()], (id) => this.#cancel(scene.world, id));
    this.#tell(scene);
  }

  async #cancel(world: World, id: string): Promise<void> {
    const caller = this.#unfinished.get(id);
    if (caller === undefined) return;
    this.#unfinished.delete(id);
    await world.cancel(id, { as: enderOf(caller) }).catch((error: unknown) => {
      // The clean-up after the time limit sends it.
      if (error instanceof TimeLimitOver) this.#unfinished.set(id, caller);
    });
  }

  close(): Promise<void> {
    return this.#stage.close();
  }

  /**
   * What the inputs of one draw of a case share, the `family`. An input that is played again, under the label `again`, shares nothing,
   * because what is shared may have been the cause.
   */
  #sharedBy(id: RequirementId, family: string, again: string | undefined, alone: boolean): Shared<Scene> {
    const known = again === undefined ? this.#shared.get(family) : undefined;
    if (known) return known;
    const shared: Shared<Scene> = new Shared(async (name) => {
      const label = `${again ?? family}/shared/${name}`;
      return this.#scene(label, await this.#stage.enter(label, true), alone, shared, id);
    });
    if (again === undefined) this.#shared.set(family, shared);
    return shared;
  }

  /** A world of its own for an input, an attempt or a part of the run, once it may begin. */
  async #enter(label: string, alone = false, shared = sharedByNone): Promise<Scene> {
    return this.#scene(label, await this.#stage.enter(label), alone, shared);
  }

  #scene(
    label: string,
    { wire, clock, readings }: Surroundings,
    alone = false,
    shared = sharedByNone,
    preparedFor?: RequirementId,
  ): Scene {
    const steering = this.#profile.class === 'stateless' ? new PreferSteering() : undefined;
    const draw = drawFrom(this.options.seed, label);
    const report = (discovery: Discovery) => this.#discover(discovery);
    const { options, target } = this;
    const sharing = shared.of(clock);
    const world = new World(
      this.#profile,
      options,
      draw,
      target,
      wire,
      [],
      steering,
      report,
      alone,
      clock,
      sharing,
      this.#waits,
    );
    return { label, world, readings, used: sharing.used, preparedFor };
  }

  /** Keeps the first failure of each kind: the whole run meets it again and again. */
  #discover({ id, finding }: Discovery): void {
    const key = `${id} ${finding.message}`;
    if (!this.#discoveries.has(key))
      this.#discoveries.set(key, { id, finding: this.#writes.withWrite(finding, finding.input) });
  }

  /** The decision, with the write whose effect its finding is about; an input finds its own writes before they are noted. */
  #withWrite(decision: Decision, scene: Scene, input: string): Decision {
    if (!decision.finding) return decision;
    const own = new WriteLog();
    own.read(exchangesOf(scene), input);
    const finding = own.withWrite(decision.finding, input);
    return { ...decision, finding: finding.write ? finding : this.#writes.withWrite(finding, input) };
  }

  async #movesByItself(before: string): Promise<boolean> {
    const scene = await this.#enter(`progress/${before}`);
    const moves = await scene.world.movesByItself().catch(() => false);
    this.#note(scene, 'progress');
    return moves;
  }

  /** Notes the exchanges of a world, after those of what was prepared for it; the rules judge those that `isJudged` names. */
  #note(
    scene: Scene,
    label: string,
    about: Pick<Played, 'case' | 'input' | 'decision'> = {},
    isJudged: (exchange: Exchange) => boolean = () => true,
  ): void {
    for (const prepared of scene.used) {
      if (this.#noted.has(prepared)) continue;
      this.#noted.add(prepared);
      this.#note(prepared, label, { case: prepared.preparedFor });
    }
    const exchanges = scene.world.exchanges.filter(isJudged);
    this.#writes.read(exchanges, label);
    this.#causes.read(exchanges, label);
    const seen = this.#book.read(exchanges, label);
    this.#log.read(exchanges, seen);
    this.#tell(scene, about);
    if (this.#profile.class === 'stateful')
      for (const [id, caller] of leftUnfinished(seen)) this.#unfinished.set(id, caller);
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

/** Nothing is prepared for a world that is no input of a case. */
const sharedByNone: Shared<Scene> = new Shared(() =>
  Promise.reject(new KitFault('only the inputs of a case share something')),
);

/** The exchanges of a world, after those of what was prepared for it. */
function exchangesOf({ used, world }: Scene): readonly Exchange[] {
  return [...used.flatMap(exchangesOf), ...world.exchanges];
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
