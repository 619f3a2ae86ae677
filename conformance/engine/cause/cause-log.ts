import type { RequirementId } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import type { Result } from '../run/outcome.js';
import { Cache } from './cache.js';
import { CallerAccepted } from './caller-accepted.js';
import type { Cause, Detector, Explanation } from './cause.js';
import { Clock } from './clock.js';
import { ForeignPages } from './foreign-pages.js';
import { LateEffect } from './late-effect.js';
import { rejectedButDone } from './rejected-but-done.js';
import { Replicas } from './replicas.js';
import { Scheme } from './scheme.js';
import { StaleReads } from './stale-reads.js';
import { Tokens } from './tokens.js';
import { Unserved } from './unserved.js';

/** Reads every exchange of a run, and groups the findings that have a cause in common. */
export class CauseLog {
  readonly #detectors: readonly Detector[];

  /** @param timeOf the time of this machine at so many milliseconds since the run began, in milliseconds since 1970 */
  constructor(settleMs: number, timeOf: (sinceBegin: number) => number) {
    this.#detectors = [
      new Tokens(timeOf),
      new Unserved(),
      new Replicas(),
      new Cache(),
      new StaleReads(),
      new Clock(timeOf),
      new Scheme(),
      new ForeignPages('gateway'),
      new ForeignPages('framework-default'),
      new CallerAccepted(),
      new LateEffect(settleMs),
    ];
  }

  /** Reads the exchanges of one input of a case. */
  read(exchanges: readonly Exchange[], input: string): void {
    // Exchange by exchange, because a large body is parsed again after others were read.
    for (const exchange of exchanges) for (const detector of this.#detectors) detector.read([exchange], input);
  }

  /** The causes that explain at least one of the results. */
  causes(results: readonly Result[]): readonly Cause[] {
    const found = [...this.#detectors.map((detector) => detector.explanation()), rejectedButDone(results)];
    return grouped(
      results,
      found.filter((one) => one !== undefined),
    );
  }
}

/** Each failed or inconclusive requirement belongs to the first explanation that explains all its findings. */
export function grouped(results: readonly Result[], explanations: readonly Explanation[]): readonly Cause[] {
  const explained = new Map<Explanation, RequirementId[]>();
  for (const result of results) {
    const explanation = explanations.find((one) => explainsAll(one, result));
    if (explanation) explained.set(explanation, [...(explained.get(explanation) ?? []), result.id]);
  }
  return explanations.flatMap(({ explains: _, unseen: __, ...explanation }, index) => {
    const requirements = explained.get(explanations[index] as Explanation) ?? [];
    return requirements.length === 0 ? [] : [{ ...explanation, requirements }];
  });
}

function explainsAll({ explains, unseen = [] }: Explanation, { id, outcome, findings }: Result): boolean {
  if (outcome !== 'failed' && outcome !== 'inconclusive') return false;
  if (findings.length === 0) return outcome === 'inconclusive' && unseen.includes(id);
  return findings.every((finding) => explains(finding, inputName(id, finding.input)));
}

/** The name under which the exchanges of an input are noted: `GET-1: a new action`. The findings of a rule have it already. */
function inputName(id: RequirementId, input: string): string {
  if (/^[A-Z]+-\d+(: |$)/.test(input)) return input;
  return [id, input].filter(Boolean).join(': ');
}
