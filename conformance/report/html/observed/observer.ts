import { type Exchange, keepable } from '../../../engine/evidence/exchange.js';
import type { Result } from '../../../engine/run/outcome.js';
import type { RunRecord } from '../../record.js';
import type { Lifecycle } from '../settings.js';
import { noResponse, type Observed, otherOperation, type Step } from './observed.js';
import { storyOf } from './story.js';
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
  readonly #stories = new Map<number, readonly Step[]>();
  readonly #witnesses = new Map<Result['id'], Exchange>();
  #world: Exchange[] = [];

  constructor({ results, probed }: RunRecord, { statuses, transitions }: Lifecycle) {
    const numbers = results.flatMap(({ findings }) => findings.flatMap(({ exchange }) => exchange?.number ?? []));
    this.#findings = new Set(numbers);
    this.#passed = new Set(results.flatMap(({ id, outcome }) => (outcome === 'passed' ? [id] : [])));
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
    this.#world.push(keepable(exchange));
  }

  /** The exchanges since the last call were those of this world. */
  end({ case: id, decision }: World): void {
    const exchanges = this.#world;
    this.#world = [];
    this.#transitions.add(exchanges);
    const found = exchanges.filter(({ number }) => this.#findings.has(number));
    if (found.length > 0) {
      const story = storyOf(exchanges);
      for (const { number } of found) this.#stories.set(number, story);
    }
    if (id === undefined || decision?.outcome !== 'passed' || !this.#passed.has(id) || this.#witnesses.has(id)) return;
    const witness = witnessIn(exchanges);
    if (witness) this.#witnesses.set(id, witness);
  }

  get observed(): Observed {
    for (const durations of this.#durations.values()) durations.sort((a, b) => a - b);
    return {
      statuses: this.#statuses,
      durations: this.#durations,
      transitions: this.#transitions.seen,
      stories: this.#stories,
      witnesses: this.#witnesses,
    };
  }
}

/** The request under test: the first one with a deliberate defect, or the last one that the case judged. */
function witnessIn(exchanges: readonly Exchange[]): Exchange | undefined {
  const judged = exchanges.filter(({ phase, response }) => phase === 'when' && response !== undefined);
  return judged.find(({ defect }) => defect !== undefined) ?? judged.at(-1);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
