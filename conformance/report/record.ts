import type { RunEvent } from '../engine/run/events.js';
import type { Result } from '../engine/run/outcome.js';

type Event<Type extends RunEvent['type']> = Extract<RunEvent, { readonly type: Type }>;

/** The events of a run so far. A run that ended early lacks the later ones; every report allows for that. */
export interface RunRecord {
  readonly started?: Event<'started'>;
  readonly probed?: Event<'probed'>;
  readonly planned?: Event<'planned'>;
  /** What failed and inconclusive results have in common. */
  readonly explained?: Event<'explained'>;
  readonly finished?: Event<'finished'>;
  /** Why the run ended before every requirement was decided. */
  readonly fault?: Event<'fault'>;
  readonly results: readonly Result[];
}

export const emptyRecord: RunRecord = { results: [] };

/** Events that no report shows. */
const ignored: ReadonlySet<RunEvent['type']> = new Set(['given', 'played', 'progress', 'waiting']);

/** The record with one more event. */
export function recorded(record: RunRecord, event: RunEvent): RunRecord {
  if (event.type === 'decided') return { ...record, results: [...record.results, event.result] };
  return ignored.has(event.type) ? record : { ...record, [event.type]: event };
}

/** The results by area, in the order in which the areas appear, and by number within an area. */
export function inCatalogueOrder(results: readonly Result[]): readonly Result[] {
  const areas = [...new Set(results.map(({ id }) => areaOf(id)))];
  const place = ({ id }: Result) => areas.indexOf(areaOf(id)) * 10_000 + Number(id.slice(id.indexOf('-') + 1));
  return [...results].sort((a, b) => place(a) - place(b));
}

/** The area of a requirement, such as `CREATE`. */
export function areaOf(id: Result['id']): string {
  return id.slice(0, id.indexOf('-'));
}
