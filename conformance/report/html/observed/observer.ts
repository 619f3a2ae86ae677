import { type Exchange, keepable } from '../../../engine/evidence/exchange.js';
import { requirements } from '../../../engine/requirement.js';
import type { Result } from '../../../engine/run/outcome.js';
import type { RunRecord } from '../../record.js';
import type { Lifecycle } from '../settings.js';
import type { CloselyShown } from './closely-shown.js';
import { entry } from './entry.js';
import { noResponse, type Observed, otherOperation } from './observed.js';
import { Transitions } from './transitions.js';

/** The world that exchanges belong to, when it is over. */
interface World {
  readonly case?: Result['id'] | undefined;
  readonly decision?: { readonly outcome: Result['outcome'] } | undefined;
}

/** Reads the exchanges of a run one after the other, before its results are known, and keeps what the HTML report shows of all of them. */
export class Observer {
  readonly #statuses = new Map<string, Map<string, Map<string, number>>>();
  readonly #durations = new Map<string, number[]>();
  readonly #transitions: Transitions;
  /** By case: an exchange of its first input that passed. */
  readonly #evidence = new Map<Result['id'], Exchange>();
  #world: Exchange[] = [];

  constructor({ statuses, transitions }: Lifecycle) {
    this.#transitions = new Transitions(statuses, new Set(transitions.map(({ from, to }) => `${from} ${to}`)));
  }

  /** Takes the next exchange of a world. */
  add(exchange: Exchange): void {
    const { operation = otherOperation, caller, response, startedAt, endedAt } = exchange;
    const status = String(response?.status ?? noResponse);
    const callers = entry(this.#statuses, operation, () => new Map<string, Map<string, number>>());
    const counts = entry(callers, caller, () => new Map<string, number>());
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (response) entry(this.#durations, operation, () => []).push(Math.max(0, endedAt - startedAt));
    this.#world.push(exchange);
  }

  /** The exchanges since the last call were those of this world. */
  end({ case: id, decision }: World): void {
    const exchanges = this.#world;
    this.#world = [];
    this.#transitions.add(exchanges);
    if (id === undefined || decision?.outcome !== 'passed' || this.#evidence.has(id)) return;
    const evidence = evidenceIn(exchanges, requirements[id]?.operations[0]);
    if (evidence) this.#evidence.set(id, keepable(evidence));
  }

  /** What was observed in a run with these results. */
  observed({ results, probed }: RunRecord, { steps, judged }: CloselyShown): Observed {
    const evidence = results.flatMap(({ id, outcome }) => {
      const seen = judged.get(id) ?? this.#evidence.get(id);
      return outcome === 'passed' && seen ? [[id, seen] as const] : [];
    });
    return {
      statuses: this.#statuses,
      durations: new Map([...this.#durations].map(([operation, all]) => [operation, [...all].sort((a, b) => a - b)])),
      // The actions of a stateless mock are examples.
      transitions: probed?.class === 'stateful' ? this.#transitions.seen : new Map(),
      steps,
      evidence: new Map(evidence),
    };
  }
}

/** The request under test: the first one with a deliberate defect, or else the last one of the operation that the requirement is about. */
function evidenceIn(exchanges: readonly Exchange[], about: Exchange['operation']): Exchange | undefined {
  const judged = exchanges.filter(({ phase, response }) => phase === 'when' && response !== undefined);
  const own = judged.filter(({ operation }) => operation === about);
  return judged.find(({ defect }) => defect !== undefined) ?? own.at(-1) ?? judged.at(-1);
}
