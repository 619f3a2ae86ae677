import { type RequirementId, requirements } from '../../generated/requirements.js';
import type { Case, Check, Rule } from '../engine/check.js';
import { errorText } from '../engine/errors.js';
import type { RunOptions } from '../engine/options.js';
import type { Explorer } from '../engine/run/explorer.js';
import { narrowed } from '../engine/run/narrow.js';
import type { Result } from '../engine/run/outcome.js';
import { Scheduler } from '../engine/run/scheduler.js';
import { Session } from '../engine/run/session/session.js';
import { type Shard, Share } from '../engine/run/shard.js';
import type { OpenTarget } from '../targets.js';

interface Open {
  readonly session: Session;
  readonly scheduler: Scheduler;
  readonly target: OpenTarget;
}

/** One session for many tests: the first test opens and probes the target, and everything is played once. */
export class SharedSession {
  #open?: Promise<Open>;
  readonly #results: Result[] = [];
  readonly #share: Share;
  readonly #options: RunOptions;

  constructor(
    private readonly checks: readonly Check[],
    private readonly openTarget: () => Promise<OpenTarget>,
    options: RunOptions,
    private readonly explorers: readonly Explorer[] = [],
    shard?: Shard,
  ) {
    const wanted = (id: RequirementId) => options.only(requirements[id]);
    this.#options = narrowed(options, checks, wanted);
    this.#share = new Share({ ...this.#options, ...(shard && { shard }), checks, wanted, explorers });
  }

  /** The cases that this part plays. */
  get cases(): readonly Case[] {
    const cases = this.checks.filter((check) => check.kind === 'case');
    return cases.filter((check) => this.#share.has(check));
  }

  /** Decides the requirement of a check. Rejects, without a secret in the message, when the target cannot be probed. */
  async result(check: Check): Promise<Result> {
    this.#open ??= this.#probe();
    const { scheduler } = await this.#open;
    const result = check.kind === 'case' ? await scheduler.decide(check) : await this.#ruleResult(check, scheduler);
    this.#results.push(result);
    return result;
  }

  /** What the results so far have in common. */
  async explained(): Promise<ReturnType<Session['explained']>> {
    const open = await this.#open;
    return open?.session.explained(this.#results) ?? { causes: [], consequences: [] };
  }

  /** Requirements of the other parts of which this part came upon a violation. */
  async foundElsewhere(): Promise<readonly Result[]> {
    this.#open ??= this.#probe();
    const { scheduler } = await this.#open;
    const wanted = ({ id }: Check) => this.#options.only(requirements[id]);
    const [own] = this.#split(scheduler.cases);
    await scheduler.playByCase(scheduler.jobs(own.filter(wanted)));
    await scheduler.explore();
    const elsewhere = this.checks.filter((check) => check.kind === 'case' && !this.cases.includes(check));
    const results = elsewhere.filter(wanted).map((check) => scheduler.result(check));
    return results.filter(({ outcome }) => outcome === 'failed');
  }

  /** Ends what the tests started, and the target. */
  async close(): Promise<void> {
    const open = await this.#open?.catch(() => undefined);
    if (!open) return;
    await open.session.cleanUp();
    await open.session.close();
    await open.target.close();
  }

  async #ruleResult(rule: Rule, scheduler: Scheduler): Promise<Result> {
    const [own, others] = this.#split(scheduler.cases);
    const result = await scheduler.decide(rule, own);
    if (result.reason.kind !== 'no-observation' || others.length === 0) return result;
    return this.#share.owns(rule) ? this.#seek(rule, others, scheduler) : this.#share.ofRule(result);
  }

  #split(cases: readonly Case[]): readonly [own: readonly Case[], others: readonly Case[]] {
    const own = new Set(this.cases);
    return [cases.filter((check) => own.has(check)), cases.filter((check) => !own.has(check))];
  }

  /** Plays cases of the other parts, first those about the same operations, until the rule has something to judge. */
  async #seek(rule: Rule, others: readonly Case[], scheduler: Scheduler): Promise<Result> {
    const { operations } = requirements[rule.id];
    const near = ({ id }: Case) => requirements[id].operations.some((one) => operations.includes(one));
    for (const check of [...others.filter(near), ...others.filter((one) => !near(one))]) {
      await scheduler.playByCase(scheduler.jobs([check]));
      const result = scheduler.result(rule);
      if (result.reason.kind !== 'no-observation') return result;
    }
    return scheduler.result(rule);
  }

  async #probe(): Promise<Open> {
    const target = await this.openTarget();
    const session = new Session(this.checks, target.target, this.#options);
    try {
      await session.probe();
    } catch (error) {
      await session.close();
      await target.close();
      throw new Error(session.redact(errorText(error)));
    }
    const wanted = (id: RequirementId) => this.#options.only(requirements[id]);
    const scheduler = new Scheduler(session, { wanted, explorers: this.explorers, share: this.#share });
    return { session, scheduler, target };
  }
}
