import { hash } from 'node:crypto';
import type { Rule, Subjects } from '../check.js';
import { KitFault } from '../errors.js';
import type { Exchange } from '../evidence/exchange.js';
import type { Decision, InputFinding } from '../run/outcome.js';
import { countJudgements, seenIn } from './judge.js';
import { type Observations, observe, type SeenAction, type SeenExchange, timelines } from './observation.js';

const keptFindings = 5;

/** What a rule has seen so far. */
interface Page {
  judged: number;
  violations: number;
  readonly findings: InputFinding[];
}

/** Holds every exchange of a run against all rules, and remembers what each of them saw. */
export class RuleBook {
  readonly #pages = new Map<Rule, Page>();
  readonly #shown = new Set<string>();

  constructor(private readonly rules: readonly Rule[]) {
    for (const rule of rules) this.#pages.set(rule, { judged: 0, violations: 0, findings: [] });
  }

  /** Judges the exchanges of one case together, so that the timelines of its actions are whole, and gives back what they show. */
  read(exchanges: readonly Exchange[], input: string): readonly Observations[] {
    const seen = exchanges.map(observe);
    const actions = seen.flatMap((one) => one.actions);
    const byKind = {
      securityAction: actions.filter((action) => this.#isNew(action)),
      collection: present(seen, 'collection'),
      error: present(seen, 'error'),
      exchange: present(seen, 'exchange'),
      timeline: timelines(actions),
    };
    for (const rule of this.rules) {
      for (const subject of byKind[rule.over]) this.#judge(rule, subject, input);
    }
    return seen;
  }

  /** What the rule comes to: undecided when the target gave it nothing to look at. */
  decision(rule: Rule): Decision & { readonly findings: readonly InputFinding[]; readonly violations: number } {
    const { judged, violations, findings } = this.#pages.get(rule) ?? { judged: 0, violations: 0, findings: [] };
    const outcome = violations > 0 ? 'failed' : judged > 0 ? 'passed' : 'inconclusive';
    return { outcome, judged, findings, violations };
  }

  /** False for an action that the same operation has shown before with the same text: it has been judged already. */
  #isNew({ action, at, exchange, reply, selected }: SeenAction): boolean {
    const text = `${exchange.operation} ${selected ?? ''} ${at === '' ? reply.text : JSON.stringify(action)}`;
    // A digest, because the texts of a whole run would fill the memory.
    const digest = hash('sha1', text, 'base64');
    if (this.#shown.has(digest)) return false;
    this.#shown.add(digest);
    return true;
  }

  #judge(rule: Rule, subject: Subjects[keyof Subjects], input: string): void {
    const page = this.#pages.get(rule);
    if (!page) return;
    let result: ReturnType<typeof countJudgements>;
    try {
      if (!rule.where(subject as never)) return;
      result = countJudgements(() => rule.check(subject as never));
    } catch (error) {
      throw new KitFault(
        `${rule.id}: the rule itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    page.judged += result.judged;
    if (!result.finding) return;
    page.violations += 1;
    if (page.findings.length < keptFindings)
      page.findings.push({ ...seenIn(result.finding, lastExchange(subject)), input });
  }
}

function present<Kind extends 'collection' | 'error' | 'exchange'>(
  seen: readonly Observations[],
  kind: Kind,
): NonNullable<Observations[Kind]>[] {
  return seen.flatMap((one) => (one[kind] ?? []) as NonNullable<Observations[Kind]>);
}

function lastExchange(subject: Subjects[keyof Subjects]): Exchange | undefined {
  return Array.isArray(subject) ? subject.at(-1)?.exchange : (subject as SeenExchange).exchange;
}
