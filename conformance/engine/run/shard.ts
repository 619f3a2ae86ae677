import type { RequirementId } from '../../../generated/requirements.js';
import type { Case, Check, Rule } from '../check.js';
import { ConfigurationError } from '../errors.js';
import type { RunOptions } from '../options.js';
import { dealt, type Unit } from './deal.js';
import type { Explorer } from './explorer.js';
import type { Result } from './outcome.js';
import { unplayed } from './results.js';

/** One of several parts that are run apart, each with its share of the cases. */
export interface Shard {
  /** Between 1 and `of`. */
  readonly part: number;
  readonly of: number;
}

/** The shard of a run that is not divided. */
export const undivided: Shard = { part: 1, of: 1 };

/** Most parts of one run. */
const mostParts = 1_000;

/** Reads `2/4` as the second of four parts. @throws ConfigurationError, which begins with `name`, for anything else. */
export function parseShard(text: string, name: string): Shard {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of || of > mostParts)
    throw new ConfigurationError(
      `${name} must be a part and the number of parts (at most ${mostParts}), such as 2/4, but it is ${text}`,
    );
  return { part, of };
}

/** What the share of a part depends on. It is the same for every target, so that all parts deal in the same way. */
interface Dealt extends Pick<RunOptions, 'shard' | 'effort' | 'draws' | 'sequences'> {
  readonly checks: readonly Check[];
  readonly wanted: (id: RequirementId) => boolean;
  readonly explorers?: readonly Explorer[];
}

/** Which cases, and which lanes of the explorers, belong to this part of a run. The parts are about even in requests. */
export class Share {
  readonly shard: Shard;
  /** The number of the part that has a case or a lane, by its name. */
  readonly #partOf: ReadonlyMap<string, number>;
  readonly #ownerOf: ReadonlyMap<RequirementId, number>;

  constructor({ shard = undivided, checks, wanted, explorers = [], ...options }: Dealt) {
    this.shard = shard;
    const cases = checks.filter((check) => check.kind === 'case');
    const rules = checks.filter((check) => check.kind === 'rule' && wanted(check.id)) as readonly Rule[];
    const units: readonly Unit[] = [
      ...cases.map((check) => ({ name: check.id, cost: costOf(check, { wanted, rules, ...options }) })),
      ...explorers.flatMap((explorer, index) => lanesOf(explorer, index, wanted, options)),
    ];
    this.#partOf = dealt(units, shard.of);
    this.#ownerOf = new Map(rules.map((rule, index) => [rule.id, this.#owner(rule, index)]));
  }

  /** True for a run that is not divided. */
  get isWhole(): boolean {
    return this.shard.of === 1;
  }

  /** Whether this part plays the case. */
  has({ id }: Pick<Case, 'id'>): boolean {
    return this.#partOf.get(id) === this.shard.part;
  }

  /** Whether this part plays a lane of the explorer with this index. */
  hasLane(explorer: number, lane: number): boolean {
    return this.#partOf.get(laneName(explorer, lane)) === this.shard.part;
  }

  /** Whether this part has to look for what a rule judges, if the inputs that should show it do not. */
  owns({ id }: Pick<Rule, 'id'>): boolean {
    return this.#ownerOf.get(id) === this.shard.part;
  }

  /** The result of a requirement whose case another part plays. */
  elsewhere({ id }: Pick<Case, 'id'>): Result {
    const detail = `part ${this.#partOf.get(id)} of ${this.shard.of} plays it`;
    return unplayed(id, 'not-selected', { kind: 'other-part', detail });
  }

  /** The result of a rule in this part: a part that saw nothing for the rule does not decide it. */
  ofRule(result: Result): Result {
    if (this.isWhole || result.judged > 0 || !unseen.has(result.reason.kind)) return result;
    const detail = 'no response in this part shows anything that this rule judges; another part decides';
    return unplayed(result.id, 'not-selected', { kind: 'other-part', detail });
  }

  /** The part that plays most of the inputs that show the rule what it judges. */
  #owner({ shownBy }: Rule, index: number): number {
    const counts = new Map<number, number>();
    for (const [id, names = []] of Object.entries(shownBy ?? {})) {
      const part = this.#partOf.get(id) ?? 1;
      counts.set(part, (counts.get(part) ?? 0) + names.length);
    }
    const [most] = [...counts].sort(([a, more], [b, less]) => less - more || a - b);
    return most?.[0] ?? (index % this.shard.of) + 1;
  }
}

/** The kinds of reason of a rule that has seen nothing. */
const unseen: ReadonlySet<Result['reason']['kind']> = new Set(['no-observation', 'safety-policy', 'not-selected']);

function laneName(explorer: number, lane: number): string {
  return `explorer ${explorer}/lane ${lane}`;
}

function lanesOf(
  { judges, lanes = 1, requestsEach = 0 }: Explorer,
  index: number,
  wanted: Dealt['wanted'],
  { sequences }: Pick<Dealt, 'sequences'>,
): readonly Unit[] {
  const cost = judges.some(wanted) ? (sequences / lanes) * requestsEach : 0;
  return Array.from({ length: lanes }, (_, lane) => ({ name: laneName(index, lane), cost }));
}

/** How many requests the inputs of a case that are played will take. */
function costOf(
  { id, cost, smoke = [] }: Case,
  { wanted, rules, effort, draws }: Pick<Dealt, 'wanted' | 'effort' | 'draws'> & { readonly rules: readonly Rule[] },
): number {
  const { requests, inputs } = cost ?? { requests: 1, inputs: 1 };
  if (wanted(id)) return effort === 'smoke' ? (requests * smoke.length) / inputs : requests * draws;
  if (rules.some(({ shownBy }) => shownBy === undefined)) return requests;
  const chosen = new Set(rules.flatMap(({ shownBy }) => shownBy?.[id] ?? []));
  return (requests * chosen.size) / inputs;
}
