import { requirements } from '../../generated/requirements.js';
import type { Case, Check, Rule } from '../engine/check.js';
import { type Redact, redactorFor } from '../engine/http/redaction.js';
import type { RunOptions } from '../engine/options.js';
import { type Exploration, type Explorer, withDiscoveries } from '../engine/run/explorer.js';
import type { Decision, Result } from '../engine/run/outcome.js';
import { pool } from '../engine/run/pool.js';
import { facts, Session } from '../engine/run/session.js';
import { redactedResult } from '../report/redacted.js';
import type { OpenTarget } from '../targets.js';

/** Cases that are played at a time when a rule needs all of them; each plays its inputs in parallel too. */
const casesAtATime = 4;

/** One session for many tests: opened and probed when the first asks, each case played once whoever asks for it first. */
export class SharedSession {
  #open?: Promise<{ readonly session: Session; readonly target: OpenTarget; readonly redact: Redact }>;
  readonly #played = new Map<Case, Promise<Result>>();
  readonly #explored = new Map<Explorer, Promise<Exploration>>();

  constructor(
    private readonly checks: readonly Check[],
    private readonly openTarget: () => Promise<OpenTarget>,
    private readonly options: RunOptions,
    private readonly explorers: readonly Explorer[] = [],
  ) {}

  /** Decides the requirement of a check. Rejects, without a secret in the message, when the target cannot be asked at all. */
  async result(check: Check): Promise<Result> {
    const { session, redact } = await this.#opened();
    const reason = session.notApplicable(requirements[check.id]);
    if (reason !== undefined)
      return { ...facts(requirements[check.id]), outcome: 'not-applicable', reason, findings: [], judged: 0 };
    const result = check.kind === 'case' ? await this.#case(check, session) : await this.#rule(check, session);
    const explored = this.explorers.filter(({ judges }) => judges.includes(check.id));
    const explorations = await Promise.all(explored.map((explorer) => this.#explore(explorer, session)));
    return redactedResult(withDiscoveries(result, explorations), redact);
  }

  /** Ends what the tests started, and the target. */
  async close(): Promise<void> {
    const open = await this.#open?.catch(() => undefined);
    if (!open) return;
    await open.session.cleanUp();
    await open.session.close();
    await open.target.close();
  }

  #case(check: Case, session: Session): Promise<Result> {
    const played = this.#played.get(check) ?? this.#play(check, session);
    this.#played.set(check, played);
    return played;
  }

  async #play(check: Case, session: Session): Promise<Result> {
    const decisions: Decision[] = [];
    await pool(session.jobs(check), this.options.concurrency, async (job) => {
      decisions.push(await session.play(job));
    });
    return session.caseResult(check, decisions);
  }

  /** A rule is judged by what all cases exchange, so those that a filter left out are played now. */
  async #rule(rule: Rule, session: Session): Promise<Result> {
    const cases = session.cases.filter(({ id }) => session.notApplicable(requirements[id]) === undefined);
    await pool(cases, casesAtATime, async (check) => void (await this.#case(check, session)));
    return session.ruleResult(rule);
  }

  /** Explores once, whoever asks for it first. */
  #explore(explorer: Explorer, session: Session): Promise<Exploration> {
    const explored =
      this.#explored.get(explorer) ?? session.explore(explorer, (id) => this.options.only(requirements[id]));
    this.#explored.set(explorer, explored);
    return explored;
  }

  #opened() {
    this.#open ??= this.#probe();
    return this.#open;
  }

  async #probe() {
    const target = await this.openTarget();
    const session = new Session(this.checks, target.target, this.options);
    const redact = redactorFor(target.target);
    try {
      await session.probe();
      return { session, target, redact };
    } catch (error) {
      await session.close();
      await target.close();
      throw new Error(redact(error instanceof Error ? error.message : String(error)));
    }
  }
}
