import type { Rule, Subjects } from '../check.js';
import { KitFault } from '../errors.js';
import { shortDigest } from '../evidence/digest.js';
import type { Exchange } from '../evidence/exchange.js';
import type { InputFinding } from '../run/outcome.js';
import { HeldActions } from './held-actions.js';
import { attachExchange, countJudgements } from './judge.js';
import { LongPages } from './long-pages.js';
import { type Observations, observationsOf, type SeenAction, timelines } from './observation.js';
import { WriteLog } from './write-log.js';

/** Findings of a rule that are kept. */
export const keptFindings = 5;

/** What a rule has seen so far: how often it judged, how often it failed, and its first findings. */
export interface RuleRecord {
  readonly judged: number;
  readonly violations: number;
  readonly findings: readonly InputFinding[];
  /** The number of the first exchange that it judged. */
  readonly firstJudged?: number | undefined;
}

/** Checks every exchange of a run against all rules and keeps the result of each rule. */
export class RuleBook {
  readonly #records = new Map<Rule, { -readonly [Member in keyof RuleRecord]: RuleRecord[Member] }>();
  readonly #shown = new Set<string>();
  readonly #longPages = new LongPages();

  readonly #rules = new Map<Rule['over'], Rule[]>();

  constructor(
    rules: readonly Rule[],
    private readonly writes = new WriteLog(),
  ) {
    for (const rule of rules) this.#rules.set(rule.over, [...(this.#rules.get(rule.over) ?? []), rule]);
  }

  /** Judges the exchanges of one case, and then the timelines of its actions, so that these are complete; returns what the exchanges show. */
  read(exchanges: readonly Exchange[], input: string): readonly Observations[] {
    const held = new HeldActions();
    const seen = exchanges.map((exchange) =>
      this.#longPages.mayRead(exchange) ? held.keep(this.#judgeOne(observationsOf(exchange), input)) : { actions: [] },
    );
    this.#judgeAll(
      'timeline',
      timelines(
        exchanges,
        seen.flatMap((one) => one.actions),
      ),
      input,
    );
    return seen;
  }

  /** Judges what one exchange shows; returns what is kept of it. */
  #judgeOne(seen: Observations, input: string): Observations {
    this.#judgeAll(
      'securityAction',
      seen.actions.filter((action) => this.#isNew(action)),
      input,
    );
    for (const kind of ['collection', 'error', 'exchange'] as const) {
      const subject = seen[kind];
      if (subject) this.#judgeAll(kind, [subject], input);
    }
    return this.#longPages.withoutForeign(seen);
  }

  #judgeAll(kind: Rule['over'], subjects: readonly Subjects[keyof Subjects][], input: string): void {
    for (const rule of this.#rules.get(kind) ?? []) for (const subject of subjects) this.#judge(rule, subject, input);
  }

  /** What the user should know about what the rules did not judge. */
  get notices(): readonly string[] {
    return this.#longPages.notices;
  }

  /** What a rule has seen so far. */
  record(rule: Rule): RuleRecord {
    return this.#records.get(rule) ?? { judged: 0, violations: 0, findings: [] };
  }

  /** False for an action that was judged already: the same operation has shown it before with the same text. */
  #isNew({ action, at, exchange, reply, selected }: SeenAction): boolean {
    const text = `${exchange.operation} ${selected ?? ''} ${at === '' ? reply.text : JSON.stringify(action)}`;
    // A digest, because the texts of a whole run would fill the memory.
    const digest = shortDigest(text);
    if (this.#shown.has(digest)) return false;
    this.#shown.add(digest);
    return true;
  }

  #judge(rule: Rule, subject: Subjects[keyof Subjects], input: string): void {
    let result: ReturnType<typeof countJudgements>;
    try {
      if (!rule.where(subject as never)) return;
      result = countJudgements(() => rule.check(subject as never));
    } catch (error) {
      throw new KitFault(
        `${rule.id}: the rule itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    const { finding } = result;
    const record = this.#records.get(rule) ?? { judged: 0, violations: 0, findings: [] };
    this.#records.set(rule, record);
    record.judged += result.judged;
    if (result.judged > 0) record.firstJudged ??= lastExchange(subject)?.number;
    if (!finding) return;
    record.violations += 1;
    record.findings = this.#with(record.findings, { ...attachExchange(finding, lastExchange(subject)), input });
  }

  /** Keeps the first findings; those after a request that should have been rejected come last, because they may follow from that. */
  #with(findings: readonly InputFinding[], finding: InputFinding): readonly InputFinding[] {
    const isLate = (one: InputFinding) => this.writes.before(one).some(({ exchange }) => isAcceptedDefect(exchange));
    if (findings.length >= keptFindings && (isLate(finding) || !findings.some(isLate))) return findings;
    const all = [...findings, this.writes.withWrite(finding, finding.input)];
    return [...all.filter((one) => !isLate(one)), ...all.filter(isLate)].slice(0, keptFindings);
  }
}

function isAcceptedDefect({ defect, response }: Exchange): boolean {
  return defect !== undefined && response !== undefined && response.status < 300;
}

function lastExchange(subject: Subjects[keyof Subjects]): Exchange | undefined {
  return 'shown' in subject ? subject.shown.at(-1)?.exchange : subject.exchange;
}
