import type { Exchange } from '../engine/evidence/exchange.js';
import { keepable } from '../engine/evidence/exchange.js';
import type { InputFinding } from '../engine/run/outcome.js';
import { emptyRecord, type RunRecord, recorded } from '../report/record.js';
import type { ExchangeLine, Header, Numbered, PartLine, RecordLine } from './lines.js';
import { recordLines } from './read-record.js';
import { worldsOfRecord } from './worlds-of-record.js';

/** A run as the reports need it, and the header of its record. */
export interface RecordedRun {
  readonly header: Header;
  readonly run: RunRecord;
  /** False for a record without its last line: the run was killed, or the file was cut. */
  readonly isComplete: boolean;
}

/**
 * Reads from a record what the reports need: the results, and the exchanges of their findings.
 *
 * @param told gets each line
 * @throws ConfigurationError as {@link recordLines}.
 */
export async function runOfRecord(
  path: string,
  told: (line: RecordLine) => void = () => undefined,
): Promise<RecordedRun> {
  let header: Header | undefined;
  let isComplete = false;
  const wanted = new Set<number>();
  const lines: Exclude<RecordLine, ExchangeLine | Header | PartLine>[] = [];
  for await (const line of recordLines(path)) {
    told(line);
    if (line.type === 'header') header = line;
    else for (const number of numbersIn(line)) wanted.add(number);
    if (line.type === 'end') isComplete = true;
    if (line.type !== 'exchange' && line.type !== 'played' && line.type !== 'header' && line.type !== 'part')
      lines.push(line);
  }
  const exchanges = new Map<number, Exchange>();
  for await (const world of worldsOfRecord(path, wanted))
    for (const exchange of world) if (wanted.has(exchange.number)) exchanges.set(exchange.number, keepable(exchange));
  return { header: header as Header, run: lines.reduce(withLine(exchanges), emptyRecord), isComplete };
}

/** The numbers of the exchanges that a report may show. */
function numbersIn(line: RecordLine): readonly number[] {
  if (line.type === 'explained') return line.causes.flatMap(({ evidence }) => evidence);
  if (line.type !== 'decided') return [];
  return line.result.findings.flatMap(({ exchange = [], write = [] }) => [exchange, write].flat());
}

function withLine(exchanges: ReadonlyMap<number, Exchange>) {
  const whole = ({ exchange, write, ...finding }: Numbered<InputFinding>): InputFinding => ({
    ...finding,
    ...(exchange !== undefined && { exchange: exchanges.get(exchange) }),
    ...(write !== undefined && { write: exchanges.get(write) }),
  });
  const found = (number: number) => exchanges.get(number) ?? [];
  return (run: RunRecord, line: Exclude<RecordLine, ExchangeLine | Header | PartLine>): RunRecord => {
    if (line.type === 'scanned' || line.type === 'end' || line.type === 'played') return run;
    if (line.type === 'explained') {
      const causes = line.causes.map(({ evidence, ...cause }) => ({ ...cause, evidence: evidence.flatMap(found) }));
      return recorded(run, { ...line, causes });
    }
    if (line.type !== 'decided') return recorded(run, line);
    return recorded(run, { type: 'decided', result: { ...line.result, findings: line.result.findings.map(whole) } });
  };
}
