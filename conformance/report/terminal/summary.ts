import { levels } from '../../engine/requirement.js';
import { outcomes } from '../../engine/run/outcome.js';
import { tally } from '../../engine/run/verdict.js';
import type { Paint } from '../format/paint.js';
import { duration, plural } from '../format/text.js';
import { knownOnes } from '../known.js';
import { partText } from '../part.js';
import type { RunRecord } from '../record.js';

/** The table of levels and outcomes. */
export function tableLines({ results }: RunRecord, paint: Paint): readonly string[] {
  const counts = tally(results);
  const head = ['', ...outcomes];
  const width = (column: string) => Math.max(column.length, 6) + 2;
  const colour = {
    passed: paint.green,
    failed: paint.red,
    inconclusive: paint.yellow,
    'not-applicable': paint.dim,
    'not-selected': paint.dim,
  };
  const row = (level: (typeof levels)[number]) =>
    outcomes.map((outcome) => {
      const cell = String(counts[level][outcome]).padStart(width(outcome));
      return counts[level][outcome] === 0 ? paint.dim(cell) : colour[outcome](cell);
    });
  return [
    head.map((column) => (column === '' ? ''.padEnd(8) : column.padStart(width(column)))).join(''),
    ...levels.map((level) => `${level.padEnd(8)}${row(level).join('')}`),
  ];
}

/** The verdict in one line, with the exit code and the size of the run. */
export function verdictLine(record: RunRecord, paint: Paint): string {
  const { finished, fault, started, probed, planned } = record;
  const target = started?.target ?? 'the target';
  if (fault) return paint.red(`${target}: no verdict (exit ${fault.exitCode})`);
  if (!finished) return paint.red(`${target}: the run has not finished`);
  const colour = { conformant: paint.green, failures: paint.red, inconclusive: paint.yellow }[finished.verdict];
  const notes = [
    `exit ${finished.exitCode}`,
    [
      plural(finished.requests, 'request'),
      duration(finished.durationMs),
      ...(started ? [`seed ${started.seed}`] : []),
    ].join(', '),
    ...(partText(record) === undefined
      ? []
      : [`${partText(record)}${started?.shard ? '; `security-actions merge` gives the verdict of all parts' : ''}`]),
    ...(planned?.effort === 'smoke'
      ? [
          `--effort smoke left out ${planned.leftOut.inputs.toLocaleString('en-US')} of ${plural(planned.leftOut.of, 'input')}`,
        ]
      : []),
    ...(probed?.class === 'stateless' ? ['a stateless mock only shows that contract, mock and kit agree'] : []),
    ...(finished.exitCode === 3 ? ['the baseline has entries to delete or change'] : []),
    ...(finished.exitCode === 77 ? ['the safety policy forbids writing requests, see --allow-writes'] : []),
  ];
  return `${colour(`${target}: ${verdictText(record)}`)} (${notes.join('; ')})`;
}

/** The verdict and what it rests on, such as `conformant: 113 MUST requirements passed`; empty for a run that has not finished. */
export function verdictText(record: RunRecord): string {
  const { finished } = record;
  if (!finished) return '';
  const { MUST, SHOULD } = tally(knownOnes(record, false));
  const known = knownOnes(record, true).length;
  const warnings = [
    ...(SHOULD.failed > 0 ? [`, ${plural(SHOULD.failed, 'warning')}`] : []),
    ...(known > 0 ? [`, ${plural(known, 'known failure')}`] : []),
  ].join('');
  return {
    conformant: `conformant: ${musts(MUST.passed)} passed${warnings}`,
    failures: `not conformant: ${musts(MUST.failed)} failed${warnings}`,
    inconclusive:
      MUST.inconclusive > 0
        ? `inconclusive: no MUST requirement failed, but ${musts(MUST.inconclusive)} ${MUST.inconclusive === 1 ? 'is' : 'are'} inconclusive${warnings}`
        : `inconclusive: ${record.started?.shard ? 'this part decides no requirement' : 'no selected requirement is applicable to this target'}`,
  }[finished.verdict];
}

function musts(number: number): string {
  return plural(number, 'MUST requirement');
}
