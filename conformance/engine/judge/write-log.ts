import { type Exchange, keepable } from '../evidence/exchange.js';
import type { InputFinding } from '../run/outcome.js';
import { subjectOf } from './subject.js';

/** A request that may have changed an action, and the input of the case that sent it. */
export interface Write {
  readonly exchange: Exchange;
  readonly input: string;
}

/** Writes to one action that stay in memory; the oldest is the create. */
const keptWrites = 24;

/**
 * Writes of a run that stay in memory, about 2 kB each: to the actions that came first and to those that came last. A standard run has
 * fewer. In a longer one, what a read shows of an action is found soon after its writes, or by the audit, which begins with the first actions.
 */
const keptOfRun = { first: 6_000, last: 2_000 };

/** Characters of the bodies of all writes that stay in memory; beyond them, each body is shortened to its beginning. */
const keptCharacters = { all: 16_777_216, beginning: 1_024 };

/** Keeps the writes of a run by action, so that a finding about what a read shows can name the request that caused it. */
export class WriteLog {
  readonly #first = new Map<string, Write[]>();
  readonly #last = new Map<string, Write[]>();
  #inFirst = 0;
  #inLast = 0;
  #characters = 0;

  /** @param kept how many writes to the first and to the last actions stay in memory */
  constructor(private readonly kept = keptOfRun) {}

  read(exchanges: readonly Exchange[], input: string): void {
    for (const exchange of exchanges) {
      const id = isRead(exchange) ? undefined : subjectOf(exchange).actionId;
      if (id === undefined) continue;
      const isBeyond = this.#characters > keptCharacters.all;
      const kept = isBeyond ? keepable(exchange, keptCharacters.beginning) : keepable(exchange);
      this.#characters += (kept.request.body?.length ?? 0) + (kept.response?.body.length ?? 0);
      this.#add(id, { exchange: kept, input });
    }
  }

  #add(id: string, write: Write): void {
    const isFirst = this.#first.has(id) || (this.#inFirst < this.kept.first && !this.#last.has(id));
    const log = isFirst ? this.#first : this.#last;
    const writes = log.get(id) ?? [];
    log.set(id, writes);
    if (writes.length >= keptWrites) writes.splice(1, 1);
    else if (isFirst) this.#inFirst += 1;
    else this.#inLast += 1;
    writes.push(write);
    for (const [old, { length }] of this.#last) {
      if (this.#inLast <= this.kept.last || old === id) break;
      this.#last.delete(old);
      this.#inLast -= length;
    }
  }

  #of(id: string): readonly Write[] {
    return this.#first.get(id) ?? this.#last.get(id) ?? [];
  }

  /** The writes to the action that a finding is about which were sent before its exchange, or are its exchange; in their order. */
  before({ exchange, actionId }: Pick<InputFinding, 'exchange' | 'actionId'>): readonly Write[] {
    if (exchange === undefined || actionId === undefined) return [];
    return this.#of(actionId)
      .filter((write) => write.exchange.startedAt <= exchange.startedAt)
      .toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  }

  /** The finding with the write whose effect it is about. A finding about a write itself, or about a rejected read, stays as it is. */
  withWrite(finding: InputFinding, input: string): InputFinding {
    const { exchange, at } = finding;
    if (!exchange || !isRead(exchange) || finding.counterexample || !isAboutState(exchange, at)) return finding;
    const write = this.before(finding).at(-1);
    if (!write) return finding;
    return { ...finding, write: write.exchange, ...(write.input !== input && { writeInput: write.input }) };
  }
}

export function isRead({ request: { method } }: Pick<Exchange, 'request'>): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Whether a finding about a read is about what the action has become, and not about the read itself. */
function isAboutState({ caller, defect, response }: Exchange, at: InputFinding['at']): boolean {
  if (caller !== 'writer' || defect !== undefined || at?.startsWith('header ')) return false;
  return at !== 'status' || (response !== undefined && response.status >= 400 && response.status < 500);
}
