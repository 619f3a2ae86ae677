import type { Cause, Consequence } from '../engine/cause/cause.js';
import type { Exchange } from '../engine/evidence/exchange.js';
import type { Result } from '../engine/run/outcome.js';
import { oneLiner } from './brief.js';
import { type Detail, requestLines, responseLines } from './exchange.js';
import { curl } from './format/curl.js';
import { field, wrappedField } from './format/field.js';
import { plural, printable, wrap } from './format/text.js';
import type { RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';

type Explained = RunRecord['explained'];

/** Why a requirement failed or is inconclusive, where another one or a cause explains it; absent otherwise. */
export function whyLines({ id }: Pick<Result, 'id'>, explained: Explained, width: number): readonly string[] {
  const cause = explained?.causes.find(({ requirements }) => requirements.includes(id));
  if (cause) return wrappedField('cause', printable(cause.says), width);
  const consequence = explained?.consequences.find((one) => one.id === id);
  if (!consequence) return [];
  return wrappedField('follows from', printable(`${consequence.of}: ${consequence.because}`), width);
}

/** Whether a cause or another requirement explains the result. */
export function isExplained({ id }: Pick<Result, 'id'>, explained: Explained): boolean {
  return whyLines({ id }, explained, 80).length > 0;
}

/** The requirements that follow from a result, one line for each of the first ones. */
export function followerLines(
  root: Result,
  results: readonly Result[],
  explained: Explained,
  width: number,
): readonly string[] {
  const followers = followersOf(root, explained).flatMap((one) => {
    const result = results.find((each) => each.id === one.id);
    return result ? [{ result, because: one.because }] : [];
  });
  const shown = followers.slice(0, shownResults);
  const rest = followers.slice(shownResults).map(({ result }) => result);
  return [
    ...field(
      'therefore also',
      shown.map(({ result, because }) => `${oneLiner(result).trimStart()} (${because})`),
    ),
    ...(rest.length === 0 ? [] : wrappedField('', restText(rest), width)),
  ];
}

/** The ids of the requirements that follow from a result, for a line that has no room for more; empty without any. */
export function followerIds(result: Pick<Result, 'id'>, explained: Explained): string {
  const ids = followersOf(result, explained).map(({ id }) => id);
  return ids.length === 0 ? '' : `; therefore also ${ids.join(' ')}`;
}

/** The results from which others follow, and then the rest. */
export function rootsFirst(results: readonly Result[], explained: Explained): readonly Result[] {
  const isRoot = (result: Result) => followersOf(result, explained).length > 0;
  return [...results.filter(isRoot), ...results.filter((result) => !isRoot(result))];
}

function followersOf({ id }: Pick<Result, 'id'>, explained: Explained): readonly Consequence[] {
  return explained?.consequences.filter(({ of }) => of === id) ?? [];
}

/** A cause with what was seen of it, what to do, and one line for each requirement that it explains. */
export function sharedCauseLines(
  cause: Cause,
  results: readonly Result[],
  settings: ReportSettings,
): readonly string[] {
  const { paint, width } = settings;
  const explained = results.filter(({ id }) => cause.requirements.includes(id));
  const musts = explained.filter(({ level }) => level === 'MUST').length;
  const title = `! ${plural(explained.length, 'requirement')} (${musts} MUST): ${printable(cause.says)}`;
  const withDate = cause.kind === 'clock' || cause.kind === 'token';
  return [
    ...wrap(title, width).map((line, index) => paint.yellow(index === 0 ? line : `  ${line}`)),
    ...wrappedField('seen', printable(cause.detail), width),
    ...wrappedField('what to do', printable(cause.remedy), width),
    ...cause.evidence.flatMap((exchange, index) => [
      ...field(index === 0 ? 'for example' : 'and', exampleLines(exchange, withDate)),
      ...field('curl', curl(exchange.request, exchange.response)),
    ]),
    ...field(
      'explains',
      explained.slice(0, shownResults).map((result) => oneLiner(result).trimStart()),
    ),
    ...wrappedField('', restText(explained.slice(shownResults)), width),
    ...field(
      'explain',
      explained.slice(0, 1).map(({ id }) => `security-actions explain ${id}`),
    ),
  ];
}

/** How many of the explained requirements have a line of their own. */
const shownResults = 12;

function restText(rest: readonly Result[]): string {
  if (rest.length === 0) return '(in full with --verbose)';
  return `and ${rest.length} more, in full with --verbose: ${rest.map(({ id }) => id).join(' ')}`;
}

const brief: Detail = { bodyCharacters: 200, allHeaders: false };

function exampleLines(exchange: Exchange, withDate: boolean): readonly string[] {
  const [request = ''] = requestLines(exchange, brief);
  const [status, ...rest] = responseLines(exchange, brief);
  const date = withDate ? exchange.response?.headers.get('date') : undefined;
  return [
    `${request} → ${status}`,
    ...(date ? [`  date: ${printable(date)}`] : []),
    ...rest.map((line) => `  ${line}`),
  ];
}
