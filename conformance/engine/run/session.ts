import type { Requirement, RequirementId } from '../../../generated/requirements.js';
import { requirements } from '../../../generated/requirements.js';
import type { Case, Check, Rule } from '../check.js';
import type { Exchange } from '../evidence/exchange.js';
import { Sender } from '../http/sender.js';
import { RuleBook } from '../judge/rule-book.js';
import type { RunOptions } from '../options.js';
import type { Reason, ReasonKind } from '../reason.js';
import type { Target } from '../target.js';
import { drawFrom } from '../world/draw.js';
import { PreferSteering } from '../world/prefer-steering.js';
import { initialProfile, probe } from '../world/probe/probe.js';
import { notApplicable, type Profile } from '../world/profile.js';
import { World } from '../world/world.js';
import { leftUnfinished } from './clean-up.js';
import type { Exploration, Explorer } from './explorer.js';
import { type Decision, merged, type Result } from './outcome.js';
import { play } from './play.js';
import { pool } from './pool.js';
import { Again } from './retry.js';

/** One input of one case, ready to be played. */
export interface Job {
  readonly check: Case;
  readonly input: unknown;
  readonly index: number;
}

/** One target, probed once, on which cases are played and rules are held; everything a run or a test runner needs of it. */
export class Session {
  readonly #sender: Sender;
  readonly #book: RuleBook;
  readonly #unfinished = new Set<string>();
  readonly #again: Again;
  readonly cases: readonly Case[];
  readonly rules: readonly Rule[];
  #profile: Profile;

  constructor(
    checks: readonly Check[],
    readonly target: Target,
    readonly options: RunOptions,
  ) {
    this.cases = checks.filter((check) => check.kind === 'case');
    this.rules = checks.filter((check) => check.kind === 'rule');
    this.#sender = new Sender(target, options);
    this.#book = new RuleBook(this.rules);
    this.#again = new Again(() => this.#movesByItself(), 10 * options.settleMs);
    this.#profile = initialProfile(target);
  }

  get profile(): Profile {
    return this.#profile;
  }

  /** How many requests were sent. */
  get requests(): number {
    return this.#sender.sent;
  }

  /** Learns the target's class and features. Throws when it cannot be reached or refuses the writer's token. */
  async probe(): Promise<Profile> {
    const exchanges: Exchange[] = [];
    const draw = drawFrom(this.options.seed, 'probe');
    const world = this.#world('probe world', exchanges);
    this.#profile = await probe(world, this.target, this.#sender.writes, draw);
    this.#note(exchanges, 'probe');
    return this.#profile;
  }

  /** Why the requirement cannot be asked of this target. */
  notApplicable(requirement: Requirement): Reason | undefined {
    return notApplicable(requirement, this.#profile);
  }

  /** The inputs of a case as jobs; they share nothing and may be played beside any others. */
  jobs(check: Case): readonly Job[] {
    return check.inputs(this.#world(check.id, [])).map((input, index) => ({ check, input, index }));
  }

  /** Plays one input, again where the target may only have been faster, and holds its exchanges against all rules. */
  play({ check, input, index }: Job): Promise<Decision> {
    return this.#again.untilConclusive(async (before) => {
      const exchanges: Exchange[] = [];
      const world = this.#world(`${check.id}/${index}${before > 0 ? `/again ${before}` : ''}`, exchanges);
      try {
        return this.#trusted(await play(check, input, world, exchanges));
      } finally {
        this.#note(exchanges, [check.id, check.named(input as never)].filter(Boolean).join(': '));
      }
    });
  }

  /** Lets an explorer play on the target; only what `wanted` says of its requirements counts. */
  explore(explorer: Explorer, wanted: (id: RequirementId) => boolean): Promise<Exploration> {
    return explorer.explore({
      profile: this.#profile,
      options: this.options,
      judges: (id) => wanted(id) && this.notApplicable(requirements[id]) === undefined,
      attempt: async (label, play) => {
        const exchanges: Exchange[] = [];
        try {
          return await play(this.#world(label, exchanges));
        } finally {
          this.#note(exchanges, label);
        }
      },
    });
  }

  /** What the decisions on the inputs of a case come to. */
  caseResult(check: Case, decisions: readonly Decision[]): Result {
    const { kind, ...sum } = merged(decisions);
    const detail = sum.findings[0]?.message ?? (decisions.length === 0 ? noInput : 'nothing was judged');
    return { ...facts(requirements[check.id]), ...sum, reason: reasonOf(sum, detail, kind) };
  }

  /** What a rule comes to after the cases played so far. */
  ruleResult(rule: Rule): Result {
    const { outcome, judged, findings, violations } = this.#book.decision(rule);
    const requirement = facts(requirements[rule.id]);
    if (outcome === 'inconclusive') {
      const base = { ...requirement, judged, findings };
      if (rule.unseen !== undefined)
        return { ...base, outcome: 'not-applicable', reason: { kind: 'not-observed', detail: rule.unseen } };
      const reason: Reason = this.#sender.writes
        ? { kind: 'no-observation', detail: 'the target showed nothing that this rule could judge' }
        : { kind: 'safety-policy', detail: 'only reads are allowed on this target, and they showed nothing to judge' };
      return { ...base, outcome, reason };
    }
    const { outcome: trusted, finding, kind } = this.#trusted({ outcome, judged });
    const detail =
      trusted === 'failed'
        ? `${findings[0]?.message} (seen ${violations} ${violations === 1 ? 'time' : 'times'})`
        : (finding?.message ?? '');
    const reason = reasonOf({ outcome: trusted, judged }, detail, kind);
    return { ...requirement, outcome: trusted, judged, findings, reason };
  }

  /** Cancels what the run started and nobody finished. Its answers decide nothing. */
  async cleanUp(): Promise<void> {
    const exchanges: Exchange[] = [];
    const world = this.#world('clean-up', exchanges);
    await pool([...this.#unfinished], this.options.concurrency, async (id) => {
      await world.cancel(id).catch(() => undefined);
    });
    this.#unfinished.clear();
    if (this.options.observe) exchanges.forEach(this.options.observe);
  }

  close(): Promise<void> {
    return this.#sender.close();
  }

  #world(label: string, exchanges: Exchange[]): World {
    const steering = this.#profile.class === 'stateless' ? new PreferSteering() : undefined;
    const draw = drawFrom(this.options.seed, label);
    return new World(this.#profile, this.options, draw, this.target, this.#sender, exchanges, steering);
  }

  async #movesByItself(): Promise<boolean> {
    const exchanges: Exchange[] = [];
    const world = this.#world('progress', exchanges);
    const moves = await world.movesByItself().catch(() => false);
    this.#note(exchanges, 'progress');
    return moves;
  }

  #note(exchanges: readonly Exchange[], label: string): void {
    const seen = this.#book.read(exchanges, label);
    if (this.options.observe) exchanges.forEach(this.options.observe);
    if (this.#profile.class === 'stateful') for (const id of leftUnfinished(seen)) this.#unfinished.add(id);
  }

  /** A target that answers everything alike answers some things rightly by chance; that proves nothing; reading 0046. */
  #trusted(decision: Decision): Decision {
    if (decision.outcome !== 'passed' || this.#profile.discriminates) return decision;
    const message = 'the target gives the same answer to every request, so a right one proves nothing';
    return {
      outcome: 'inconclusive',
      judged: 0,
      kind: 'indiscriminate',
      finding: { message, expected: 'answers that depend on the request', received: message, input: '' },
    };
  }
}

/** What the catalogue says about a requirement and every result repeats. */
export function facts({ id, level, basis, source }: Requirement): Pick<Result, 'id' | 'level' | 'basis' | 'source'> {
  return { id, level, basis, source };
}

const noInput = 'the case has no input for this target';

function reasonOf({ outcome, judged }: Pick<Result, 'outcome' | 'judged'>, detail: string, kind?: ReasonKind): Reason {
  if (outcome === 'passed')
    return { kind: 'evidence', detail: `${judged} ${judged === 1 ? 'judgement' : 'judgements'}` };
  if (outcome === 'failed') return { kind: 'violation', detail };
  return { kind: kind ?? (detail === noInput ? 'no-input' : 'precondition'), detail };
}
