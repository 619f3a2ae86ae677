import type { Result } from '../engine/run/outcome.js';
import { field, headLines } from './failure.js';
import type { ReportSettings } from './settings.js';
import { cut, inline } from './text.js';

/** A requirement in a few lines: its sentence, both sides of the comparison and the request. */
export function briefLines(result: Result, settings: ReportSettings): readonly string[] {
  const [first] = result.findings;
  if (!first) return [...headLines(result, settings), ...field('why', [oneLine(result.reason.detail)])];
  const { request, response } = first.exchange ?? {};
  const where = first.at ? ` at ${inline(first.at)}` : '';
  return [
    ...headLines(result, settings),
    ...field('expected', [oneLine(first.expected)]),
    ...field('received', [`${oneLine(first.received)}${where}`]),
    ...(request
      ? field('request', [oneLine(`${request.method} ${request.url} → ${response?.status ?? 'no response'}`)])
      : []),
  ];
}

/** A requirement in one line. */
export function oneLiner({ id, level, reason }: Result): string {
  return `  ${id} ${level}  ${oneLine(reason.detail, 140)}`;
}

function oneLine(text: string, most = 300): string {
  return inline(cut(text.replace(/\s+/g, ' '), most));
}
