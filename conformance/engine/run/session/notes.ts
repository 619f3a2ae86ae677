import { CauseLog } from '../../cause/cause-log.js';
import { consequences } from '../../cause/consequences.js';
import { samePlace } from '../../cause/same-place.js';
import type { Rule } from '../../check.js';
import type { Caller, Exchange } from '../../evidence/exchange.js';
import { RuleBook } from '../../judge/rule-book.js';
import { WriteLog } from '../../judge/write-log.js';
import { AuditLog } from '../ending/audit-log.js';
import { noteUnfinished } from '../ending/clean-up.js';
import type { RunEvent } from '../events.js';
import type { Discovery } from '../explorer.js';
import type { Decision, Result } from '../outcome.js';
import { exchangesOf, type Scene } from './scenes.js';

/** What the exchanges of a run have shown so far, each of them judged by the rules once. */
export class Notes {
  readonly book: RuleBook;
  /** What is known of the actions that the run created. */
  readonly actions = new AuditLog();
  /** The actions that the run created and left unfinished, and who created each. */
  readonly unfinished = new Map<string, Caller>();
  readonly #writes = new WriteLog();
  readonly #causes: CauseLog;
  readonly #discoveries = new Map<string, Discovery>();

  /** @param timeOf the time of this machine at so many milliseconds since the run began, in milliseconds since 1970 */
  constructor(rules: readonly Rule[], settleMs: number, timeOf: (sinceBegin: number) => number) {
    this.book = new RuleBook(rules, this.#writes);
    this.#causes = new CauseLog(settleMs, timeOf);
  }

  /** Reads the exchanges of one world. What they leave unfinished counts only on a target that keeps actions. */
  read(exchanges: readonly Exchange[], label: string, keepsActions: boolean): void {
    this.#writes.read(exchanges, label);
    this.#causes.read(exchanges, label);
    const seen = this.book.read(exchanges, label);
    this.actions.read(exchanges, seen, label === 'probe');
    if (keepsActions) noteUnfinished(this.unfinished, seen);
  }

  /** Keeps the first failure of each kind: the whole run meets it again and again. */
  discover({ id, finding }: Discovery): void {
    const key = `${id} ${finding.message}`;
    if (!this.#discoveries.has(key))
      this.#discoveries.set(key, { id, finding: this.#writes.withWrite(finding, finding.input) });
  }

  /** Failures that were found outside the case that checks the requirement. */
  get discoveries(): readonly Discovery[] {
    return [...this.#discoveries.values()];
  }

  /** The decision, with the write whose effect its finding is about; an input finds its own writes before they are noted. */
  withWrite(decision: Decision, scene: Scene, input: string): Decision {
    if (!decision.finding) return decision;
    const own = new WriteLog();
    own.read(exchangesOf(scene), input);
    const finding = own.withWrite(decision.finding, input);
    return { ...decision, finding: finding.write ? finding : this.#writes.withWrite(finding, input) };
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
}
