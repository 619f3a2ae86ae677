import pLimit from 'p-limit';
import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { CauseLog } from '../cause/cause-log.js';
import { consequences } from '../cause/consequences.js';
import { samePlace } from '../cause/same-place.js';
import type { Case, Check, Rule } from '../check.js';
import type { Exchange } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import type { Waiting } from '../http/pace.js';
import { Sender } from '../http/sender.js';
import { RuleBook } from '../judge/rule-book.js';
import { WriteLog } from '../judge/write-log.js';
import type { RunOptions } from '../options.js';
import type { Reason } from '../reason.js';
import type { Target } from '../target.js';
import { drawFrom } from '../world/draw.js';
import { PreferSteering } from '../world/prefer-steering.js';
import { initialProfile, probe } from '../world/probe/probe.js';
import { notApplicable, type Profile } from '../world/profile.js';
import { Shared } from '../world/shared.js';
import { World } from '../world/world.js';
import { audit, repeatedIds } from './audit.js';
import { AuditLog } from './audit-log.js';
import { leftUnfinished } from './clean-up.js';
import type { RunEvent } from './events.js';
import type { Discovery, Exploration, Explorer } from './explorer.js';
import type { Decision, Result } from './outcome.js';
import { play } from './play.js';
import { ruleResult, trusted } from './results.js';
import { Retry } from './retry.js';
import { unseenFeatures } from './unseen-features.js';

/** One input of one case, ready to be played. */
export interface Job {
  readonly check: Case;
  readonly input: unknown;
  readonly index: number;
}

/** One target, probed once, on which inputs are played; every exchange is judged by the rules as it comes. */
export class Session {
  readonly cases: readonly Case[];
  readonly rules: readonly Rule[];
  readonly #sender: Sender;
  readonly #book: RuleBook;
  readonly #unfinished = new Set<string>();
  readonly #log = new AuditLog();
  readonly #writes = new WriteLog();
  readonly #causes: CauseLog;
  readonly #discoveries = new Map<string, Discovery>();
  readonly #shared = new Map<RequirementId, Shared>();
  readonly #retry: Retry;
  #profile: Profile;
  #passedErrors = 0;

  constructor(
    checks: readonly Check[],
    readonly target: Target,
    readonly options: RunOptions,
    waiting?: (waiting: Waiting) => void,
  ) {
    this.cases = checks.filter((check) => check.kind === 'case');
    this.rules = checks.filter((check) => check.kind === 'rule');
    this.#sender = new Sender(target, options, waiting);
    this.#book = new RuleBook(this.rules, this.#writes);
    const began = Date.now() - this.#sender.now();
    this.#causes = new CauseLog(options.settleMs, (sinceBegin) => began + sinceBegin);
    this.#retry = new Retry(
      () => this.#movesByItself(),
      10 * options.settleMs,
      () => {
        this.#passedErrors += 1;
      },
    );
    this.#profile = initialProfile(target);
  }

  get profile(): Profile {
    return this.#profile;
  }

  /** The text without the secrets of the target. */
  redact(text: string): string {
    return this.#sender.redact(text);
  }

  /** What the user should know about the connection to the target. */
  get notices(): readonly string[] {
    const passed = this.#passedErrors;
    const errors =
      passed === 0
        ? []
        : [
            `${passed} ${passed === 1 ? 'input' : 'inputs'} met a 5xx response that did not come again when the input was played anew; it decides nothing`,
          ];
    return [...this.#sender.notices, ...errors].map((notice) => this.redact(notice));
  }

  /** The number of requests sent so far. */
  get requests(): number {
    return this.#sender.sent;
  }

  /**
   * Finds the class and the features of the target.
   *
   * @throws Unreachable when no response comes, ConfigurationError when the writer's token is rejected.
   */
  async probe(): Promise<Profile> {
    const exchanges: Exchange[] = [];
    const draw = drawFrom(this.options.seed, 'probe');
    const world = this.#world('probe world', exchanges);
    this.#profile = await probe(world, this.target, this.#sender.writes, draw);
    this.#note(exchanges, 'probe');
    for (const discovery of unseenFeatures(this.#profile)) this.#discover(discovery);
    return this.#profile;
  }

  /** Why the requirement does not apply to this target; `undefined` when it does. */
  notApplicable(id: RequirementId): Reason | undefined {
    return notApplicable(requirements[id], this.#profile);
  }

  /** The inputs of a case as jobs. They share nothing and may be played at the same time as any others. */
  jobs(check: Case): readonly Job[] {
    return check.inputs(this.#world(check.id, [])).map((input, index) => ({ check, input, index }));
  }

  /** Plays one input, and plays it again where the target's own progress may have made it inconclusive. */
  play({ check, input, index }: Job): Promise<Decision> {
    return this.#retry.untilConclusive(async (before) => {
      const exchanges: Exchange[] = [];
      const label = `${check.id}/${index}${before > 0 ? `/again ${before}` : ''}`;
      const alone = before > 0 || this.options.concurrency === 1;
      const world = this.#world(label, exchanges, alone, this.#sharedBy(check.id, before));
      const named = [check.id, check.named(input as never)].filter(Boolean).join(': ');
      try {
        const decision = trusted(await play(check, input, world, exchanges), this.#profile);
        const withWrite = this.#withWrite(decision, exchanges, named);
        return exchanges.some(isServerError) ? { ...withWrite, serverError: true } : withWrite;
      } finally {
        this.#note(exchanges, named);
      }
    });
  }

  /** Lets an explorer work on the target; only the requirements that `wanted` names count. */
  explore(explorer: Explorer, wanted: (id: RequirementId) => boolean): Promise<Exploration> {
    return explorer.explore({
      profile: this.#profile,
      options: this.options,
      judges: (id) => wanted(id) && this.notApplicable(id) === undefined,
      attempt: async (label, act) => {
        const exchanges: Exchange[] = [];
        try {
          return await act(this.#world(label, exchanges));
        } finally {
          this.#note(exchanges, label);
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
    return ruleResult(rule, this.#book.record(rule), { discriminates, writes: this.#sender.writes });
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
   * read, while those that were written last settle. Returns how many actions were read.
   */
  async audit(): Promise<number> {
    const keeps = this.#profile.class === 'stateful' && this.#profile.discriminates;
    if (keeps) for (const discovery of repeatedIds(this.#log.repeatedIds)) this.#discover(discovery);
    const known = keeps ? this.#log.actions : [];
    if (known.length === 0) return 0;
    const exchanges: Exchange[] = [];
    const { concurrency, settleMs } = this.options;
    const now = () => this.#sender.now();
    const cleaning = this.#world('clean-up', []);
    const done = (id: string) => this.#cancel(cleaning, id);
    const found = await audit(this.#world('audit', exchanges, true), known, { concurrency, settleMs, now, done });
    for (const discovery of found) this.#discover(discovery);
    this.#note(exchanges, 'audit');
    if (this.options.observe) cleaning.exchanges.forEach(this.options.observe);
    return known.length;
  }

  /** Cancels the actions that the run created and left unfinished. The responses decide nothing. */
  async cleanUp(): Promise<void> {
    const exchanges: Exchange[] = [];
    const world = this.#world('clean-up', exchanges);
    const limit = pLimit(this.options.concurrency);
    await limit.map([...this.#unfinished], (id) => this.#cancel(world, id));
    if (this.options.observe) exchanges.forEach(this.options.observe);
  }

  async #cancel(world: World, id: string): Promise<void> {
    if (this.#unfinished.delete(id)) await world.cancel(id).catch(() => undefined);
  }

  close(): Promise<void> {
    return this.#sender.close();
  }

  /** What the inputs of a case share. An input that is played again shares nothing, because what is shared may have been the cause. */
  #sharedBy(id: RequirementId, before: number): Shared {
    const shared = (before === 0 && this.#shared.get(id)) || new Shared();
    if (before === 0) this.#shared.set(id, shared);
    return shared;
  }

  #world(label: string, exchanges: Exchange[], alone = false, shared = new Shared()): World {
    const steering = this.#profile.class === 'stateless' ? new PreferSteering() : undefined;
    const draw = drawFrom(this.options.seed, label);
    const report = (discovery: Discovery) => this.#discover(discovery);
    const { target, options } = this;
    return new World(this.#profile, options, draw, target, this.#sender, exchanges, steering, report, alone, shared);
  }

  /** Keeps the first failure of each kind: the whole run meets it again and again. */
  #discover({ id, finding }: Discovery): void {
    const key = `${id} ${finding.message}`;
    if (!this.#discoveries.has(key))
      this.#discoveries.set(key, { id, finding: this.#writes.withWrite(finding, finding.input) });
  }

  /** The decision, with the write whose effect its finding is about; an input finds its own writes before they are noted. */
  #withWrite(decision: Decision, exchanges: readonly Exchange[], input: string): Decision {
    if (!decision.finding) return decision;
    const own = new WriteLog();
    own.read(exchanges, input);
    const finding = own.withWrite(decision.finding, input);
    return { ...decision, finding: finding.write ? finding : this.#writes.withWrite(finding, input) };
  }

  async #movesByItself(): Promise<boolean> {
    const exchanges: Exchange[] = [];
    const moves = await this.#world('progress', exchanges)
      .movesByItself()
      .catch(() => false);
    this.#note(exchanges, 'progress');
    return moves;
  }

  #note(exchanges: readonly Exchange[], label: string): void {
    this.#writes.read(exchanges, label);
    this.#causes.read(exchanges, label);
    const seen = this.#book.read(exchanges, label);
    this.#log.read(exchanges, seen);
    if (this.options.observe) exchanges.forEach(this.options.observe);
    if (this.#profile.class === 'stateful') for (const id of leftUnfinished(seen)) this.#unfinished.add(id);
  }
}

/** A 5xx response that does not stand for overload. */
function isServerError({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 500 && !isOverload(response.status);
}
