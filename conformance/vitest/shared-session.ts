import { type RequirementId, requirements } from '../../generated/requirements.js';
import type { Check } from '../engine/check.js';
import type { RunOptions } from '../engine/options.js';
import type { Explorer } from '../engine/run/explorer.js';
import type { Result } from '../engine/run/outcome.js';
import { Scheduler } from '../engine/run/scheduler.js';
import { Session } from '../engine/run/session.js';
import type { OpenTarget } from '../targets.js';

interface Open {
  readonly session: Session;
  readonly scheduler: Scheduler;
  readonly target: OpenTarget;
}

/** One session for many tests: the first test opens and probes the target, and everything is played once. */
export class SharedSession {
  #open?: Promise<Open>;

  constructor(
    private readonly checks: readonly Check[],
    private readonly openTarget: () => Promise<OpenTarget>,
    private readonly options: RunOptions,
    private readonly explorers: readonly Explorer[] = [],
  ) {}

  /** Decides the requirement of a check. Rejects, without a secret in the message, when the target cannot be probed. */
  async result(check: Check): Promise<Result> {
    this.#open ??= this.#probe();
    const { scheduler } = await this.#open;
    return scheduler.decide(check);
  }

  /** Ends what the tests started, and the target. */
  async close(): Promise<void> {
    const open = await this.#open?.catch(() => undefined);
    if (!open) return;
    await open.session.cleanUp();
    await open.session.close();
    await open.target.close();
  }

  async #probe(): Promise<Open> {
    const target = await this.openTarget();
    const session = new Session(this.checks, target.target, this.options);
    try {
      await session.probe();
    } catch (error) {
      await session.close();
      await target.close();
      throw new Error(session.redact(error instanceof Error ? error.message : String(error)));
    }
    const wanted = (id: RequirementId) => this.options.only(requirements[id]);
    const scheduler = new Scheduler(session, { wanted, explorers: this.explorers });
    return { session, scheduler, target };
  }
}
