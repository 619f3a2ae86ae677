import type { Exchange } from '../engine/evidence/exchange.js';
import type { InputFinding, Result } from '../engine/run/outcome.js';
import { basisLines } from './basis.js';
import { type Detail, requestLines, responseLines } from './exchange.js';
import { curl } from './format/curl.js';
import { field, wrappedField } from './format/field.js';
import { cut, inline, printable, wrap } from './format/text.js';
import { rerunOf } from './rerun.js';
import type { ReportSettings } from './settings.js';
import { sourceLine } from './source-line.js';
import { shownParts, withSides } from './with-sides.js';

/** Lines of a counterexample that a report shows unless it is verbose. */
const counterexampleLimit = 40;

const marks = { passed: '✓', failed: '✗', inconclusive: '?', 'not-applicable': '-', 'not-selected': '-' } as const;

/** How much of a finding is shown. */
export function detailOf({ verbose }: Pick<ReportSettings, 'verbose'>): Detail {
  return verbose ? { bodyCharacters: 20_000, allHeaders: true } : { bodyCharacters: 700, allHeaders: false };
}

/** A requirement with its first finding in full: statement, sources, both sides, the exchange and the command to repeat it. */
export function failureLines(result: Result, seed: number, settings: ReportSettings): readonly string[] {
  const [first, ...others] = result.findings;
  const head = [
    ...headLines(result, settings),
    ...basisLines(result, settings.width),
    ...result.source.flatMap((one, index) =>
      wrappedField(index === 0 ? 'source' : '', sourceLine(one), settings.width),
    ),
  ];
  if (!first) return [...head, ...field('reason', printable(result.reason.detail).split('\n'))];
  return [
    ...head,
    ...findingLines(first, settings),
    ...field('rerun', [inline(rerunOf(result, seed, settings))]),
    ...otherFindings(others, settings),
  ];
}

/** The mark, id, level and statement of a requirement. */
export function headLines(
  { id, level, outcome }: Result,
  { paint, statement, width }: ReportSettings,
): readonly string[] {
  const colour = level === 'MUST' ? paint.red : paint.yellow;
  const lead = `${marks[outcome]} ${id} ${level}  `;
  const [line, ...rest] = wrap(printable(statement(id)), Math.max(20, width - lead.length));
  return [`${colour(lead.trimEnd())}  ${line ?? ''}`, ...rest.map((one) => `${' '.repeat(lead.length)}${one}`)];
}

function findingLines(finding: InputFinding, settings: ReportSettings): readonly string[] {
  const { input, message, expected, received, at, exchange, element, write, writeInput, counterexample = [] } = finding;
  const detail = detailOf(settings);
  const shown = shownParts(finding);
  const lines = (text: string) => printable(cut(text, detail.bodyCharacters)).split('\n');
  return [
    ...(input === '' ? [] : field('input', lines(input))),
    ...(shown.sentence ? field('finding', lines(message)) : []),
    ...(shown.sides ? [...field('expected', lines(expected)), ...field('received', lines(received))] : []),
    ...atLines(at),
    ...(element === undefined ? [] : field('element', lines(element))),
    ...field('counterexample', counterexampleLines(counterexample, settings)),
    ...(write ? writeLines(write, writeInput, detail) : []),
    ...(exchange ? field('request', requestLines(exchange, detail)) : []),
    ...(exchange ? field('response', responseLines(exchange, detail, at)) : []),
    ...(exchange ? field('curl', curl(exchange.request, exchange.response)) : []),
  ];
}

/** The request whose effect the finding is about, its status, and the command to send it again. */
function writeLines(write: Exchange, input: string | undefined, detail: Detail): readonly string[] {
  const by = input === undefined ? [] : [`(sent by ${inline(cut(input, 200))})`];
  const status = write.response === undefined ? 'no response' : String(write.response.status);
  return [
    ...field('write', [...requestLines(write, detail), `→ ${status}`, ...by]),
    ...field('curl', curl(write.request, write.response)),
  ];
}

/** The location of a finding. */
export function atLines(at: InputFinding['at']): readonly string[] {
  return at === undefined ? [] : field('at', [at === '' ? 'the body' : inline(at)]);
}

function counterexampleLines(counterexample: readonly string[], { verbose }: ReportSettings): readonly string[] {
  const { bodyCharacters } = detailOf({ verbose });
  const lines = counterexample.flatMap((line) => printable(cut(line, bodyCharacters)).split('\n'));
  if (verbose || lines.length <= counterexampleLimit) return lines;
  return [...lines.slice(0, counterexampleLimit), `and ${lines.length - counterexampleLimit} more lines (--verbose)`];
}

function otherFindings(others: readonly InputFinding[], settings: ReportSettings): readonly string[] {
  if (others.length === 0) return [];
  if (settings.verbose) return others.flatMap((one) => ['', ...findingLines(one, settings)]);
  const all = [
    ...new Set(others.map((one) => `${one.input === '' ? '' : `${one.input}: `}${withSides(one.message, one)}`)),
  ];
  const shown = all.slice(0, 4).map((one) => inline(cut(one, 500)));
  return field('also', [...shown, ...(all.length > 4 ? [`and ${all.length - 4} more (--verbose)`] : [])]);
}
