import type { InputFinding } from '../engine/run/outcome.js';
import type { Reading } from '../engine/world/clock.js';
import type { ExchangeLine, Numbered, PlayedLine, RecordLine } from '../record/lines.js';

type Renumbered = Exclude<RecordLine, { readonly type: 'header' | 'part' | 'scanned' | 'end' }>;

/** A line of the record of a part with the numbers that its exchanges have in the merged record: `offset` more. */
export function renumbered<Line extends Renumbered>(line: Line, offset: number): Line;
export function renumbered(line: Renumbered, offset: number): Renumbered {
  if (line.type === 'exchange') return { ...line, number: line.number + offset } satisfies ExchangeLine;
  if (line.type === 'played') return played(line, offset);
  if (line.type === 'decided') {
    const { firstJudged, findings } = line.result;
    const numbers = {
      ...(firstJudged !== undefined && { firstJudged: firstJudged + offset }),
      findings: findings.map((one) => found(one, offset)),
    };
    return { ...line, result: { ...line.result, ...numbers } };
  }
  if (line.type === 'explained') {
    const causes = line.causes.map((cause) => ({ ...cause, evidence: cause.evidence.map((one) => one + offset) }));
    return { ...line, causes };
  }
  return line;
}

function played({ readings, decision, ...line }: PlayedLine, offset: number): PlayedLine {
  const finding = decision?.finding && found(decision.finding, offset);
  return {
    ...line,
    readings: readings.map((one) => later(one, offset)),
    ...(decision && { decision: { ...decision, ...(finding && { finding }) } }),
  };
}

function later(one: Reading, offset: number): Reading {
  if (!Array.isArray(one)) return one;
  return one.map((step) => (step.did === 'send' ? { ...step, number: step.number + offset } : step));
}

function found({ exchange, write, ...finding }: Numbered<InputFinding>, offset: number): Numbered<InputFinding> {
  return {
    ...finding,
    ...(exchange !== undefined && { exchange: exchange + offset }),
    ...(write !== undefined && { write: write + offset }),
  };
}
