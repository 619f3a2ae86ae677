import type { Result } from '../../engine/run/outcome.js';
import { paint } from '../format/paint.js';
import { cut, inline, plural } from '../format/text.js';
import { having } from '../having.js';
import { knownOnes } from '../known.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { verdictLine } from '../terminal/summary.js';
import { withSides } from '../with-sides.js';

/** How many of each kind a step of GitHub Actions shows. */
const most = 10;
const longest = 1_000;

/**
 * Workflow commands of GitHub Actions: an error for whatever makes the run fail, which is each failed MUST, each entry of the baseline that
 * has to be deleted or changed, the end of a run that ended early, or that no verdict was reached; a warning for each failed SHOULD; and a
 * notice for each cause. What the baseline accepts has none.
 */
export function annotations(record: RunRecord, { statement }: Pick<ReportSettings, 'statement'>): readonly string[] {
  const { explained, fault, finished, started } = record;
  const target = started?.target ?? 'the target';
  const judged = inCatalogueOrder(knownOnes(record, false));
  const of = (level: Result['level'], command: string) =>
    having(judged, 'failed', level).map(({ id, reason, findings: [first] }) => {
      const finding = first ? withSides(reason.detail, first) : reason.detail;
      return line(command, `${id} ${level}: ${target}`, `${statement(id)}\n${shown(finding)}`);
    });
  const errors = [
    ...(fault ? [line('error', `The run on ${target} ended early`, shown(fault.message))] : []),
    ...(finished?.verdict === 'inconclusive'
      ? [line('error', `No verdict on ${target}`, shown(verdictLine(record, paint(false))))]
      : []),
    ...(finished?.baseline?.problems ?? []).map(({ message }) =>
      line('error', `The baseline of ${target}`, shown(message)),
    ),
    ...of('MUST', 'error'),
  ];
  const causes = (explained?.causes ?? []).map(({ says, remedy, requirements }) =>
    line(
      'notice',
      `The cause of ${plural(requirements.length, 'finding')}: ${target}`,
      `${shown(`${says}: ${requirements.join(', ')}`)}\n${shown(`what to do: ${remedy}`)}`,
    ),
  );
  return [errors, of('SHOULD', 'warning'), causes].flatMap((all) => all.slice(0, most));
}

function shown(text: string): string {
  return cut(inline(text), longest);
}

function line(command: string, title: string, message: string): string {
  const property = data(inline(title)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${command} title=${property}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
