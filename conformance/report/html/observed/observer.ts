import { type Exchange, keepable } from '../../../engine/evidence/exchange.js';
import { requirements } from '../../../engine/requirement.js';
import type { Result } from '../../../engine/run/outcome.js';
import type { RunRecord } from '../../record.js';
import type { Lifecycle } from '../settings.js';
import { noResponse, type Observed, otherOperation, type Step } from './observed.js';
import { stepsOf } from './steps.js';
import { Transitions } from './transitions.js';

/** The world that exchanges belong to, when it is over. */
interface World {
  readonly case?: Result['id'] | undefined;
  readonly decision?: { readonly outcome: Result['outcome'] } | undefined;
}

/** Reads the exchanges of a run one after the other, and keeps what the HTML report shows of them. */
export class Observer {
  readonly #findings: ReadonlySet<number>;
  readonly #passed: ReadonlySet<Result['id']>;
  readonly #statuses = new Map<string, Map<string, Map<string, number>>>();
  readonly #durations = new Map<string, number[]>();
  readonly #transitions: Transitions;
  readonly #steps = new Map<number, readonly Step[]>();
  readonly #evidence = new Map<Result['id'], Exchange>();
  /** The requirements of which an exchange is the first that their rule judged, by its number. */
  readonly #firstJudged = new Map<number, Result['id'][]>();
  #world: Exchange[] = [];

  constructor({ results, probed }: RunRecord, { statuses, transitions }: Lifecycle) {
    const numbers = results.flatMap(({ findings }) => findings.flatMap(({ exchange }) => exchange?.number ?? []));
    this.#findings = new Set(numbers);
    this.#passed = new Set(results.flatMap(({ id, outcome }) => (outcome === 'passed' ? [id] : [])));
    for (const { id, outcome, firstJudged } of results)
      if (outcome === 'passed' && firstJudged !== undefined) entry(this.#firstJudged, firstJudged, () => []).push(id);
    // The actions of a stateless mock are examples.
    const counted = probed?.class === 'stateful' ? statuses : [];
    this.#transitions = new Transitions(counted, new Set(transitions.map(({ from, to }) => `${from} ${to}`)));
  }

  /** Takes the next exchange of a world. */
  add(exchange: Exchange): void {
    const { operation = otherOperation, caller, response, startedAt, endedAt } = exchange;
    const status = String(response?.status ?? noResponse);
    const callers = entry(this.#statuses, operation, () => new Map<string, Map<string, number>>());
    const counts = entry(callers, caller, () => new Map<string, number>());
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (response) entry(this.#durations, operation, () => []).push(Math.max(0, endedAt - startedAt));
    const kept = keepable(exchange);
    this.#world.push(kept);
    for (const id of this.#firstJudged.get(exchange.number) ?? []) this.#evidence.set(id, kept);
  }

  /** The exchanges since the last call were those of this world. */
  end({ case: id, decision }: World): void {
    const exchanges = this.#world;
    this.#world = [];
    this.#transitions.add(exchanges);
    const found = exchanges.filter(({ number }) => this.#findings.has(number));
    if (found.length > 0) {
      const steps = stepsOf(exchanges);
      for (const { number } of found) this.#steps.set(number, steps);
    }
    if (id === undefined || decision?.outcome !== 'passed' || !this.#passed.has(id) || this.#evidence.has(id)) return;
    const evidence = evidenceIn(exchanges, requirements[id]?.operations[0]);
    if (evidence) this.#evidence.set(id, evidence);
  }

  get observed(): Observed {
    for (const durations of this.#durations.values()) durations.sort((a, b) => a - b);
    return {
      statuses: this.#statuses,
      durations: this.#durations,
      transitions: this.#transitions.seen,
      steps: this.#steps,
      evidence: this.#evidence,
    };
  }
}

/** The request under test: the first one with a deliberate defect, or else the last one of the operation that the requirement is about. */
function evidenceIn(exchanges: readonly Exchange[], about: Exchange['operation']): Exchange | undefined {
  const judged = exchanges.filter(({ phase, response }) => phase === 'when' && response !== undefined);
  const own = judged.filter(({ operation }) => operation === about);
  return judged.find(({ defect }) => defect !== undefined) ?? own.at(-1) ?? judged.at(-1);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
