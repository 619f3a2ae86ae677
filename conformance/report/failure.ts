import type { InputFinding, Result } from '../engine/run/outcome.js';
import { curl } from './curl.js';
import { type Detail, requestLines, responseLines } from './exchange.js';
import type { ReportSettings } from './settings.js';
import { sourceLine } from './source-line.js';
import { cut, inline, printable, wrap } from './text.js';

const labelWidth = 12;

/** Lines of a counterexample that are shown where not all is wanted. */
const mostStoryLines = 40;

/** How much of a finding is shown. */
export function detailOf({ verbose }: ReportSettings): Detail {
  return verbose ? { bodyCharacters: 20_000, allHeaders: true } : { bodyCharacters: 700, allHeaders: false };
}

/** A requirement with its first finding in full: the sentence, both sides, the exchange and how to see it again. */
export function failureLines(result: Result, seed: number, settings: ReportSettings): readonly string[] {
  const [first, ...others] = result.findings;
  const head = headLines(result, settings);
  const source = field('source', result.source.map(sourceLine));
  if (!first) return [...head, ...source, ...field('why', printable(result.reason.detail).split('\n'))];
  return [
    ...head,
    ...source,
    ...findingLines(first, settings),
    ...again(result, first, seed, settings),
    ...otherInputs(others, settings),
  ];
}

/** The mark, id, level and sentence of a requirement. */
export function headLines({ id, level, outcome }: Result, { paint, says, width }: ReportSettings): readonly string[] {
  const mark = { failed: '✗', inconclusive: '?', passed: '✓', 'not-applicable': '-', 'not-selected': '-' }[outcome];
  const colour = level === 'MUST' ? paint.red : paint.yellow;
  const lead = `${mark} ${id} ${level}  `;
  const [line, ...rest] = wrap(printable(says(id)), Math.max(20, width - lead.length));
  return [`${colour(lead.trimEnd())}  ${line ?? ''}`, ...rest.map((one) => `${' '.repeat(lead.length)}${one}`)];
}

/** What was expected and received, where, and in which exchange. */
function findingLines(finding: InputFinding, settings: ReportSettings): readonly string[] {
  const { input, message, expected, received, at, exchange, counterexample = [] } = finding;
  const detail = detailOf(settings);
  const most = settings.verbose ? 20_000 : 700;
  const lines = (text: string) => printable(cut(text, most)).split('\n');
  return [
    ...(input === '' ? [] : field('input', lines(input))),
    ...(received === message ? [] : field('finding', lines(message))),
    ...field('expected', lines(expected)),
    ...field('received', lines(received)),
    ...(at === undefined ? [] : field('at', [at === '' ? 'the body' : inline(at)])),
    ...field('counterexample', storyLines(counterexample, settings)),
    ...(exchange ? field('request', requestLines(exchange, detail)) : []),
    ...(exchange ? field('response', responseLines(exchange, detail, at)) : []),
    ...(exchange ? field('curl', curl(exchange.request)) : []),
  ];
}

/** Lines beside a label. */
export function field(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `    ${(index === 0 ? label : '').padEnd(labelWidth - 2)}${line}`.trimEnd());
}

/** The story as it is told; of a long one the beginning, unless all is wanted. */
function storyLines(counterexample: readonly string[], { verbose }: ReportSettings): readonly string[] {
  const lines = counterexample.flatMap((line) => printable(cut(line, verbose ? 20_000 : 700)).split('\n'));
  if (verbose || lines.length <= mostStoryLines) return lines;
  return [...lines.slice(0, mostStoryLines), `and ${lines.length - mostStoryLines} more lines (--verbose)`];
}

function again({ id }: Result, { replay }: InputFinding, seed: number, settings: ReportSettings): readonly string[] {
  return field('again', [inline(settings.again([id], seed, replay))]);
}

function otherInputs(others: readonly InputFinding[], settings: ReportSettings): readonly string[] {
  if (others.length === 0) return [];
  if (settings.verbose) return others.flatMap((one) => ['', ...findingLines(one, settings)]);
  const named = [...new Set(others.map(({ input, message }) => `${input === '' ? '' : `${input}: `}${message}`))];
  const shown = named.slice(0, 4).map((one) => inline(cut(one, 200)));
  return field('also', [...shown, ...(named.length > 4 ? [`and ${named.length - 4} more (--verbose)`] : [])]);
}
