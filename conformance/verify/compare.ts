import type { Played, RunEvent } from '../engine/run/events.js';
import type { InputFinding } from '../engine/run/outcome.js';
import {
  type DecidedLine,
  type ExchangeLine,
  linesOf,
  type Numbered,
  type PlayedLine,
  type RecordLine,
} from '../record/lines.js';
import { orderedJson } from './ordered-json.js';
import type { PlayedAgain } from './record-stage.js';
import type { RequestLine } from './recorded-world.js';

const receivedSecret = /SECRET-[0-9a-f]{8}/;
/** The name of a secret; texts that had one in them may be shortened at another place. */
const secretName = /\$SECURITY_ACTIONS_[A-Z_]*TOKEN|SECRET-[0-9a-f]{8}/;

/** How a result that was derived again differs from the recorded one. */
export function resultDifferences(
  recorded: DecidedLine['result'] | undefined,
  event: Extract<RunEvent, { type: 'decided' }>,
): readonly string[] {
  return decidedDifferences(recorded, plain(linesOf(event)[0] as DecidedLine).result);
}

/** The same for a result in the form of a record. */
export function decidedDifferences(
  recorded: DecidedLine['result'] | undefined,
  derived: DecidedLine['result'],
): readonly string[] {
  const { id } = derived;
  if (!recorded) return [`${id}: the record does not have its result, which is ${derived.outcome}`];
  return [
    ...differing(`${id}: the outcome`, recorded.outcome, derived.outcome),
    ...differing(`${id}: the level`, recorded.level, derived.level),
    ...differing(`${id}: the kind of reason`, recorded.reason.kind, derived.reason.kind),
    ...differingText(`${id}: the reason`, recorded.reason.detail, derived.reason.detail),
    ...differing(`${id}: the number of judgements`, recorded.judged, derived.judged),
    ...differing(`${id}: the first exchange`, recorded.firstJudged, derived.firstJudged),
    ...differing(`${id}: the source`, orderedJson(recorded.source), orderedJson(derived.source)),
    ...findingDifferences(id, recorded.findings, derived.findings),
  ];
}

/** How a world that was played again differs from the recorded one. */
export function worldDifferences(
  { played: recorded, exchanges, unused, unread }: PlayedAgain,
  event: Played,
): readonly string[] {
  const lines = linesOf(event);
  // The exchanges of the audit have the whole list in them, too much to be copied.
  const derived = plain(lines.at(-1)) as PlayedLine;
  const { world } = event;
  const [before, after] = [recorded.decision, derived.decision];
  return [
    ...unused.map(({ number }) => `${world}: exchange ${number} is in the record, but its request is not sent again`),
    ...differing(`${world}: the number of readings that it does not need`, unread, 0),
    ...requestDifferences(world, exchanges, lines.slice(0, -1) as readonly ExchangeLine[]),
    ...differing(`${world}: the case`, recorded.case, derived.case),
    ...differingText(`${world}: the input`, recorded.input ?? '', derived.input ?? ''),
    ...differing(`${world}: the outcome`, before?.outcome, after?.outcome),
    ...differing(`${world}: the kind of reason`, before?.kind, after?.kind),
    ...differing(`${world}: the number of judgements`, before?.judged, after?.judged),
    ...findingDifferences(world, before?.finding ? [before.finding] : [], after?.finding ? [after.finding] : []),
  ];
}

/** The differences of other lines, except those of times. */
export function lineDifferences(recorded: object | undefined, event: RunEvent): readonly string[] {
  return recordedLineDifferences(recorded, linesOf(event)[0] as RecordLine);
}

/** The same for a line in the form of a record. */
export function recordedLineDifferences(recorded: object | undefined, derived: RecordLine): readonly string[] {
  const line = plain(derived);
  const before = (recorded ?? {}) as Readonly<Record<string, unknown>>;
  const after = line as unknown as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    if (name === 'chain' || name === 'durationMs') return [];
    if (name === 'notices' && line.type === 'finished') return missingNotices(before[name], line.notices);
    return differingText(`${line.type}: ${name}`, orderedJson(before[name]), orderedJson(after[name]));
  });
}

/** Notices that a record lacks at its end. It may have others, about the connection to the target. */
function missingNotices(recorded: unknown, derived: readonly string[]): readonly string[] {
  const known: readonly unknown[] = Array.isArray(recorded) ? recorded : [];
  if (known.some((one) => secretName.test(String(one)))) return [];
  return derived.flatMap((notice) =>
    known.includes(notice)
      ? []
      : [`finished: the record does not have the notice ${JSON.stringify(notice)}, which the exchanges give`],
  );
}

function requestDifferences(
  world: string,
  recorded: PlayedAgain['exchanges'],
  derived: readonly ExchangeLine[],
): readonly string[] {
  const byNumber = new Map(recorded.map((one) => [one.number, one]));
  return derived.flatMap((one) => {
    const { number } = one;
    const before = aboutRequest(byNumber.get(number) ?? one);
    const after = aboutRequest(one);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differing(`${world}: request ${number}: ${name}`, before[name], after[name]),
    );
  });
}

/** What a request was sent with, besides its URL and its body. A received secret has another fingerprint in each run. */
function aboutRequest({
  operation,
  caller,
  select,
  defect,
  phase,
  request,
  case: id,
  input,
}: RequestLine): Readonly<Record<string, unknown>> {
  const { method, headers, bytes } = request;
  const fields = Object.entries(headers).filter(([, value]) => !receivedSecret.test(value));
  return { ...{ id, input, operation, caller, select, defect, phase, method, bytes }, ...Object.fromEntries(fields) };
}

function findingDifferences(
  about: string,
  recorded: readonly Numbered<InputFinding>[],
  derived: readonly Numbered<InputFinding>[],
): readonly string[] {
  if (recorded.length !== derived.length)
    return differing(`${about}: the number of findings`, recorded.length, derived.length);
  return recorded.flatMap((before, index) => {
    const after = derived[index] ?? before;
    const text = ({ exchange, diagram, ...finding }: Numbered<InputFinding>) => orderedJson(finding);
    return [
      ...differing(`${about}: the exchange of finding ${index + 1}`, before.exchange, after.exchange),
      ...differingText(`${about}: finding ${index + 1}`, text(before), text(after)),
      ...differingText(`${about}: the diagram of finding ${index + 1}`, before.diagram ?? '', after.diagram ?? ''),
    ];
  });
}

function differing(what: string, recorded: unknown, derived: unknown): readonly string[] {
  if (recorded === derived) return [];
  return [`${what} is ${String(recorded)} in the record, but the exchanges give ${String(derived)}`];
}

function differingText(what: string, recorded: string | undefined, derived: string | undefined): readonly string[] {
  if (secretName.test(recorded ?? '') || secretName.test(derived ?? '')) return [];
  return differing(what, recorded, derived);
}

/** The value as it is after it was written and read. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
