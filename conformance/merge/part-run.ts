import type { Given, RunEvent } from '../engine/run/events.js';
import type { DecidedLine, ExplainedLine, RecordLine } from '../record/lines.js';

type Line<Type extends RunEvent['type']> = Extract<RunEvent, { readonly type: Type }>;

/** What the record of one part says of its run; the numbers of exchanges are those in the merged record. */
export interface PartRun {
  readonly started: Line<'started'>;
  readonly given: Given;
  readonly probed: Line<'probed'>;
  readonly planned: Line<'planned'>;
  readonly results: ReadonlyMap<string, DecidedLine['result']>;
  readonly explained: ExplainedLine;
  readonly finished: Line<'finished'>;
  /** Absent if the part audited nothing. */
  readonly audited?: Line<'audited'>;
}

/** Collects the lines of one part. */
export class PartLines {
  readonly #lines = new Map<RecordLine['type'], RecordLine>();
  readonly #results = new Map<string, DecidedLine['result']>();

  add(line: RecordLine): void {
    if (line.type === 'decided') this.#results.set(line.result.id, line.result);
    else this.#lines.set(line.type, line);
  }

  /** Why the run of the part ended early; `undefined` if it did not. */
  get fault(): string | undefined {
    return this.#line('fault')?.message;
  }

  /** The run of the part; `undefined` if it did not finish. */
  get run(): PartRun | undefined {
    const [started, given] = [this.#line('started'), this.#line('given')];
    const [probed, planned, audited] = [this.#line('probed'), this.#line('planned'), this.#line('audited')];
    const [explained, finished] = [this.#line('explained'), this.#line('finished')];
    if (!started || !given || !probed || !planned || !explained || !finished) return undefined;
    const results = this.#results;
    return { started, given, probed, planned, results, explained, finished, ...(audited && { audited }) };
  }

  #line<Type extends RecordLine['type']>(type: Type): Extract<RecordLine, { readonly type: Type }> | undefined {
    return this.#lines.get(type) as Extract<RecordLine, { readonly type: Type }> | undefined;
  }
}
