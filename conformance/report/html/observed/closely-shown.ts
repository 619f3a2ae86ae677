import { type Exchange, keepable } from '../../../engine/evidence/exchange.js';
import type { Result } from '../../../engine/run/outcome.js';
import type { RunRecord } from '../../record.js';
import { entry } from './entry.js';
import type { Step } from './observed.js';
import { stepsOf } from './steps.js';

/** What the HTML report shows of single exchanges that the results name: the requests around a finding, and what a rule judged first. */
export class CloselyShown {
  readonly steps = new Map<number, readonly Step[]>();
  /** By requirement that passed: the first exchange that its rule judged. */
  readonly judged = new Map<Result['id'], Exchange>();
  readonly #findings: ReadonlySet<number>;
  readonly #firstJudged = new Map<number, Result['id'][]>();

  constructor({ results }: RunRecord) {
    this.#findings = new Set(
      results.flatMap(({ findings }) => findings.flatMap(({ exchange }) => exchange?.number ?? [])),
    );
    for (const { id, outcome, firstJudged } of results)
      if (outcome === 'passed' && firstJudged !== undefined) entry(this.#firstJudged, firstJudged, () => []).push(id);
  }

  /** The numbers of these exchanges. */
  get numbers(): ReadonlySet<number> {
    return new Set([...this.#findings, ...this.#firstJudged.keys()]);
  }

  /** Takes the exchanges of a world that has one of them. */
  add(world: readonly Exchange[]): void {
    const found = world.filter(({ number }) => this.#findings.has(number));
    if (found.length > 0) {
      const steps = stepsOf(world);
      for (const { number } of found) this.steps.set(number, steps);
    }
    for (const exchange of world)
      for (const id of this.#firstJudged.get(exchange.number) ?? []) this.judged.set(id, keepable(exchange));
  }
}
