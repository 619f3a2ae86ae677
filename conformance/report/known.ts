import type { RunEvent } from '../engine/run/events.js';
import type { Result } from '../engine/run/outcome.js';
import { inline, printable, wrap } from './format/text.js';
import type { RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';

type AppliedBaseline = NonNullable<Extract<RunEvent, { readonly type: 'finished' }>['baseline']>;
type KnownFailure = AppliedBaseline['known'][number];

/** The entries of the baseline that accept a result; empty for a result that they do not accept. */
export function acceptedBy({ finished }: RunRecord, id: Result['id']): readonly KnownFailure[] {
  return finished?.baseline?.known.filter(({ requirement }) => requirement === id) ?? [];
}

/** The results that the baseline accepts, or the others. */
export function knownOnes(record: RunRecord, known: boolean): readonly Result[] {
  return record.results.filter(({ id }) => acceptedBy(record, id).length > 0 === known);
}

/** A known failure in one line for each entry of the baseline. */
export function knownLines(record: RunRecord, { id, level, outcome }: Result): readonly string[] {
  return acceptedBy(record, id).map(
    (entry) =>
      `  ${id} ${level} ${outcome}${entry.input === undefined ? '' : ` (${inline(entry.input)})`}: ${knownText(entry)}`,
  );
}

/** Why a failure is known, until when, and where it is tracked. */
export function knownText({ reason, issue, expires }: KnownFailure): string {
  // A reason may be a sentence of its own.
  return inline(
    `${reason.replace(/\.\s*$/, '')}; accepted until ${expires}${issue === undefined ? '' : `, see ${issue}`}`,
  );
}

/** The entries of the baseline that have to be deleted or changed, one after the other. */
export function staleLines({ finished }: RunRecord, { paint, width }: ReportSettings): readonly string[] {
  return (finished?.baseline?.problems ?? []).flatMap(({ message }) =>
    wrap(printable(message), width - 2).map((line, index) => paint.yellow(index === 0 ? `  ${line}` : `    ${line}`)),
  );
}
