import pLimit, { type LimitFunction } from 'p-limit';
import type { RequirementId } from '../../../generated/requirements.js';
import type { Case, Check, Rule } from '../check.js';
import { Interrupted } from '../errors.js';
import { type Exploration, type Explorer, withDiscoveries } from './explorer.js';
import { planInputs } from './input-plan.js';
import type { Job } from './jobs.js';
import type { Decision, Result } from './outcome.js';
import { caseResult, leftOut, unplayed } from './results.js';
import type { Session } from './session/session.js';
import type { Share } from './shard.js';

/** How many further inputs are played before the rules are asked again whether they have seen something. */
const groupSize = 32;

/** What a scheduler may do beside playing cases. */
export interface SchedulerOptions {
  /** Which requirements are to be decided. */
  readonly wanted: (id: RequirementId) => boolean;
  /** What explores the target; none by default. */
  readonly explorers?: readonly Explorer[];
  /** What this part of a divided run plays; everything by default. */
  readonly share?: Share;
  /** Called after each input that was played. */
  readonly played?: (job: Job) => void;
  /** How many inputs are played at a time; the concurrency of the run by default. */
  readonly concurrency?: number;
}

/**
 * Plays the inputs of cases and lets the explorers work, each once, whoever asks first: a run asks for everything, a test runner for
 * one requirement at a time, and the self-test only for as much as it takes to see a requirement fail.
 */
export class Scheduler {
  readonly #limit: LimitFunction;
  readonly #wanted: SchedulerOptions['wanted'];
  readonly #explorers: readonly Explorer[];
  readonly #share: Share | undefined;
  readonly #onPlayed: (job: Job) => void;
  readonly #played = new Map<string, Promise<void>>();
  readonly #decisions = new Map<RequirementId, readonly Decision[]>();
  #exploring?: Promise<void>;
  #explored: readonly Exploration[] = [];
  #stopped?: { readonly by: unknown };

  constructor(
    private readonly session: Session,
    { wanted, explorers = [], share, played = () => undefined, concurrency = session.concurrency }: SchedulerOptions,
  ) {
    this.#wanted = wanted;
    this.#explorers = explorers;
    this.#share = share;
    this.#onPlayed = played;
    this.#limit = pLimit(Math.max(1, concurrency));
  }

  /** The cases that apply to the target. */
  get cases(): readonly Case[] {
    return this.session.cases.filter(({ id }) => this.session.notApplicable(id) === undefined);
  }

  /** The inputs of these cases. */
  jobs(cases: readonly Case[]): readonly Job[] {
    return cases.flatMap((check) => this.session.jobs(check));
  }

  /** Plays inputs, some at a time, until each wanted rule that requires an observation has one. */
  async playUntilSeen(jobs: readonly Job[]): Promise<void> {
    const isOwn = (rule: Rule) => this.#wanted(rule.id) && (this.#share?.owns(rule) ?? true);
    const isOpen = (rule: Rule) => isOwn(rule) && this.session.hasNotSeen(rule);
    // Whole groups, so that what is played does not depend on which input ends first.
    for (let next = 0; next < jobs.length && this.session.rules.some(isOpen); next += groupSize)
      await this.play(jobs.slice(next, next + groupSize));
  }

  /**
   * Plays these inputs in their order, as many at a time as allowed; those of a case whose inputs are played in turn, one after the other.
   * `needed` is asked before each: an input that is no longer needed stays unplayed. The first error stops everything that has not begun,
   * and is thrown once what had begun is over.
   */
  async play(jobs: readonly Job[], needed: (job: Job) => boolean = () => true): Promise<void> {
    await Promise.allSettled(inTurns(jobs).map((turns) => this.#playOnce(turns, needed)));
    if (this.#stopped) throw this.#stopped.by;
  }

  /**
   * Plays these inputs, those of cases that list all actions first, and then those that take the longest because they are played one after
   * the other; `complete` is called for each case when the last of its inputs was played.
   */
  async playByCase(jobs: readonly Job[], complete: (check: Case) => void = () => undefined): Promise<void> {
    this.session.plan(jobs.filter((job) => !this.#played.has(keyOf(job))));
    const byCase = new Map<Case, Job[]>();
    for (const job of jobs.toSorted((a, b) => place(a.check) - place(b.check)))
      byCase.set(job.check, [...(byCase.get(job.check) ?? []), job]);
    const playing = [...byCase].map(async ([check, own]) => {
      await this.play(own);
      await this.#playUntilObserved(check);
      this.session.release(check);
      complete(check);
    });
    await Promise.allSettled(playing);
    if (this.#stopped) throw this.#stopped.by;
  }

  /** Plays further inputs of a case one by one, where those that were chosen met nothing to observe on this target, such as a next link. */
  async #playUntilObserved(check: Case): Promise<void> {
    if (this.session.options.effort !== 'smoke' || !this.#wanted(check.id)) return;
    const isUnseen = () => this.#decisions.get(check.id)?.every(({ kind }) => kind === 'not-observed') ?? false;
    for (const job of isUnseen() ? this.session.jobs(check, 'standard') : []) if (isUnseen()) await this.play([job]);
  }

  /** Lets each explorer work once. */
  async explore(): Promise<void> {
    this.#exploring ??= Promise.all(
      this.#explorers.map((explorer, index) =>
        this.session.explore(explorer, this.#wanted, (lane) => this.#share?.hasLane(index, lane) ?? true),
      ),
    ).then((explored) => {
      this.#explored = explored;
    });
    await this.#exploring;
  }

  /** Whether an explorer may still find that this requirement fails. */
  isExplored(id: RequirementId): boolean {
    return this.#explorers.some(({ judges }) => judges.includes(id));
  }

  /** Whether there is anything to explore on this target. */
  get explores(): boolean {
    return this.session.profile.class === 'stateful' && this.#explorers.some(({ judges }) => judges.some(this.#wanted));
  }

  /** What the explorers found. */
  get explorations(): readonly Exploration[] {
    return this.#explored;
  }

  /** Plays all that one check depends on, and decides it. A rule is judged by what these cases exchange. */
  async decide(check: Check, cases: readonly Case[] = this.cases): Promise<Result> {
    if (this.session.notApplicable(check.id)) return this.result(check);
    const { own, forRules, rest } = planInputs(this.session, cases, (id) => id === check.id);
    await this.playByCase([...own, ...forRules]);
    await this.playUntilSeen(rest);
    if (this.isExplored(check.id)) await this.explore();
    return this.result(check);
  }

  /** What a check comes to after all that was played so far. */
  result(check: Check): Result {
    const reason = this.session.notApplicable(check.id);
    if (reason) return unplayed(check.id, 'not-applicable', reason);
    const result = check.kind === 'case' ? this.#caseResult(check) : this.session.ruleResult(check);
    return withDiscoveries(result, [...this.#explored, { discoveries: this.session.discoveries, judged: 0 }]);
  }

  #caseResult(check: Case): Result {
    const decisions = this.#decisions.get(check.id) ?? [];
    if (decisions.length === 0 && this.#share && !this.#share.has(check)) return this.#share.elsewhere(check);
    const all =
      this.session.options.effort === 'smoke' ? this.session.jobs(check, 'standard').length : decisions.length;
    if (decisions.length === 0 && all > 0) return unplayed(check.id, 'not-selected', leftOut);
    return caseResult(check.id, decisions, all);
  }

  /** Whether an input of this case has failed so far. */
  hasFailed({ id }: Check): boolean {
    return this.#decisions.get(id)?.some(({ outcome }) => outcome === 'failed') ?? false;
  }

  /** Plays those of the inputs that nobody has asked for yet, one after the other, and waits for the others. */
  async #playOnce(jobs: readonly Job[], needed: (job: Job) => boolean): Promise<void> {
    const known = jobs.map((job) => this.#played.get(keyOf(job)));
    const open = jobs.filter((_, index) => known[index] === undefined);
    if (open.length > 0) {
      const playing = this.#limit(async () => {
        for (const job of open) await this.#playIfNeeded(job, needed);
      });
      for (const job of open) this.#played.set(keyOf(job), playing);
      known.push(playing);
    }
    await Promise.all(known);
  }

  async #playIfNeeded(job: Job, needed: (job: Job) => boolean): Promise<void> {
    if (this.#stopped) return;
    if (!needed(job)) return void this.#played.delete(keyOf(job));
    try {
      await this.#play(job);
    } catch (error) {
      this.#stopped ??= { by: error };
    }
  }

  async #play(job: Job): Promise<void> {
    if (this.session.options.signal?.aborted) throw new Interrupted('the run was interrupted');
    const decision = await this.session.play(job);
    this.#decisions.set(job.check.id, [...(this.#decisions.get(job.check.id) ?? []), decision]);
    this.#onPlayed(job);
  }
}

function keyOf({ check, index, draw }: Job): string {
  return `${check.id}/${index}/${draw}`;
}

/** The inputs that are played one after the other, as one element for each case, and each of the others alone. */
function inTurns(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const all: Job[][] = [];
  const byCase = new Map<Case, Job[]>();
  for (const job of jobs) {
    const turns = job.check.inTurn ? byCase.get(job.check) : undefined;
    if (turns) turns.push(job);
    else {
      const first = [job];
      all.push(first);
      if (job.check.inTurn) byCase.set(job.check, first);
    }
  }
  return all;
}

/** Where the inputs of the case are in the order of a run. */
function place({ listsAll, inTurn }: Case): number {
  return listsAll ? 0 : inTurn ? 1 : 2;
}
