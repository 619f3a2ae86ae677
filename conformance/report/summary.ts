import { count, levels, outcomes } from './count.js';
import type { Paint } from './paint.js';
import type { RunRecord } from './record.js';
import { duration, plural } from './text.js';

/** The table level by outcome. */
export function tableLines({ results }: RunRecord, paint: Paint): readonly string[] {
  const counts = count(results);
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

/** The verdict in one line, with what the exit code means. */
export function verdictLine(record: RunRecord, paint: Paint): string {
  const { finished, fault, started, probed, results } = record;
  const target = started?.target ?? 'the target';
  if (fault) return paint.red(`${target}: no verdict (exit ${fault.exitCode})`);
  if (!finished) return paint.red(`${target}: the run is not over`);
  const { MUST, SHOULD } = count(results);
  const cost = `${plural(finished.requests, 'request')}, ${duration(finished.durationMs)}, seed ${started?.seed}`;
  const warned = SHOULD.failed > 0 ? `, ${SHOULD.failed} SHOULD departed from` : '';
  const said = {
    conformant: paint.green(`${target}: conformant: ${MUST.passed} MUST held${warned}`),
    failures: paint.red(`${target}: not conformant: ${MUST.failed} MUST violated${warned}`),
    inconclusive: paint.yellow(
      MUST.inconclusive > 0
        ? `${target}: inconclusive: no MUST violated, but ${MUST.inconclusive} could not be decided${warned}`
        : `${target}: inconclusive: nothing of what was selected could be asked of this target`,
    ),
  }[finished.verdict];
  const mock =
    probed?.class === 'stateless' ? '; a stateless mock shows that contract, mock and kit agree, no more' : '';
  const policy = finished.exitCode === 77 ? '; the safety policy kept the kit from asking: see --allow-writes' : '';
  return `${said} (exit ${finished.exitCode}; ${cost}${mock}${policy})`;
}
