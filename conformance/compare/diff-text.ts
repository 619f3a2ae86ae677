import type { Paint } from '../report/format/paint.js';
import { cut, inline, plural, wrap } from '../report/format/text.js';
import { changeText, reasonText, runText, whereText } from './change-text.js';
import { type Difference, differs } from './difference.js';
import type { VerdictChange } from './verdict-changes.js';

/** What the text needs besides the difference. */
export interface DiffSettings {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly width: number;
  readonly statement: (id: VerdictChange['id']) => string;
}

const longest = 400;

/** A difference for the terminal. */
export function diffText(difference: Difference, settings: DiffSettings): string {
  const { a, b, verdicts, behaviour, notices } = difference;
  const { paint, width } = settings;
  const wrapped = (text: string, indent: string) =>
    wrap(inline(cut(text.replace(/\s+/g, ' '), longest)), Math.max(20, width - indent.length)).map(
      (line) => indent + line,
    );
  const heading = (text: string) => ['', paint.bold(text)];
  return [
    inline(`a: ${a.file}: ${runText(a)}`),
    inline(`b: ${b.file}: ${runText(b)}`),
    ...(verdicts.length === 0 ? [] : heading(`Verdicts: ${plural(verdicts.length, 'requirement')}`)),
    ...verdicts.flatMap((change) => [
      `  ${change.id} ${change.level}  ${outcomes(change, paint)}`,
      ...wrapped(settings.statement(change.id), '      '),
      ...wrapped(reasonText(change), '      '),
    ]),
    ...(behaviour.length === 0 ? [] : heading(`Behaviour: ${plural(behaviour.length, 'change')}`)),
    ...behaviour.flatMap((change) => [
      ...wrapped(`${change.what}: ${changeText(change)}`, '  '),
      ...wrapped(whereText(change), '      ').map(paint.dim),
    ]),
    ...(notices.length === 0 ? [] : heading('Notes')),
    ...notices.flatMap((notice) => wrapped(notice, '  ')),
    '',
    summaryLine(difference, paint),
    '',
  ].join('\n');
}

/** The result in one line. */
export function summary(difference: Difference): string {
  const { verdicts, behaviour } = difference;
  if (!differs(difference)) return 'no difference';
  const failures = verdicts.filter(({ after }) => after.outcome === 'failed').length;
  return [
    ...(verdicts.length > 0 ? [`${plural(verdicts.length, 'outcome')} changed`] : []),
    ...(failures > 0 ? [plural(failures, 'new failure')] : []),
    ...(behaviour.length > 0 ? [`${plural(behaviour.length, 'change')} of behaviour`] : []),
  ].join(', ');
}

function summaryLine(difference: Difference, paint: Paint): string {
  return differs(difference) ? paint.yellow(summary(difference)) : paint.green(summary(difference));
}

function outcomes({ before, after }: VerdictChange, paint: Paint): string {
  const text = `${before.outcome} → ${after.outcome}`;
  if (after.outcome === 'failed') return paint.red(text);
  return before.outcome === 'failed' ? paint.green(text) : paint.yellow(text);
}
