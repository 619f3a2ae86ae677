import type { Result } from '../../engine/run/outcome.js';
import { cut, inline } from '../format/text.js';
import { having } from '../having.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { withSides } from '../with-sides.js';

/** How many of each kind a step of GitHub Actions shows. */
const most = 10;
const longest = 1_000;

/** Workflow commands of GitHub Actions: an error for each failed MUST, a warning for each failed SHOULD, and an error for a run that ended early. */
export function annotations(
  { results, fault, started }: RunRecord,
  { statement }: Pick<ReportSettings, 'statement'>,
): readonly string[] {
  const target = started?.target ?? 'the target';
  const all = inCatalogueOrder(results);
  const of = (level: Result['level'], command: string) =>
    having(all, 'failed', level)
      .slice(0, most)
      .map(({ id, reason, findings: [first] }) => {
        const finding = first ? withSides(reason.detail, first) : reason.detail;
        return line(command, `${id} ${level}: ${target}`, `${statement(id)}\n${inline(cut(finding, longest))}`);
      });
  const ended = fault ? [line('error', `The run on ${target} ended early`, cut(inline(fault.message), longest))] : [];
  return [...ended, ...of('MUST', 'error').slice(0, most - ended.length), ...of('SHOULD', 'warning')];
}

function line(command: string, title: string, message: string): string {
  const property = data(inline(title)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${command} title=${property}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
