import type { Result } from '../engine/run/outcome.js';
import { basisLines } from './basis.js';
import { atLines, headLines } from './failure.js';
import { field } from './format/field.js';
import { cut, inline } from './format/text.js';
import type { ReportSettings } from './settings.js';
import { withSides } from './with-sides.js';

/** A requirement in a few lines: its statement, its basis, both sides of the comparison and the request. */
export function briefLines(result: Result, settings: ReportSettings): readonly string[] {
  const head = [...headLines(result, settings), ...basisLines(result, settings.width)];
  const [first] = result.findings;
  if (!first) return [...head, ...field('reason', [oneLine(result.reason.detail)])];
  const { request, response } = first.exchange ?? {};
  return [
    ...head,
    ...field('expected', [oneLine(first.expected)]),
    ...field('received', [oneLine(first.received)]),
    ...atLines(first.at),
    ...(request
      ? field('request', [oneLine(`${request.method} ${request.url} → ${response?.status ?? 'no response'}`)])
      : []),
  ];
}

/** A requirement in one line. */
export function oneLiner({ id, level, basis, reason, findings }: Result): string {
  const [first] = findings;
  const detail = reason.kind === 'violation' && first ? withSides(reason.detail, first) : reason.detail;
  return `  ${id} ${level} (${basis})  ${oneLine(detail, 200)}`;
}

function oneLine(text: string, most = 300): string {
  return inline(cut(text.replace(/\s+/g, ' '), most));
}
