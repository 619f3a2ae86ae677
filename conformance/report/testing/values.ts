import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Finding } from '../../engine/judge/violation.js';
import { reasonKinds } from '../../engine/reason.js';
import type { RunEvent } from '../../engine/run/events.js';
import type { Result } from '../../engine/run/outcome.js';
import { tally, verdict } from '../../engine/run/verdict.js';
import { paint } from '../format/paint.js';
import { emptyRecord, type RunRecord, recorded } from '../record.js';
import type { ReportSettings } from '../settings.js';

/** Settings for the tests of the reports; nothing else imports this file. */
export const settings: ReportSettings = {
  paint: paint(false),
  width: 100,
  verbose: false,
  identities: ['writer', 'reader'],
  statement: (id) => `The statement of ${id}.`,
  rerun: (ids, seed, replay) =>
    `rerun ${ids.join(',')} --seed ${seed}${replay === undefined ? '' : ` --replay ${replay}`}`,
  bestNullServer: { name: 'an empty list', passed: { MUST: 3, SHOULD: 2, MAY: 1 } },
};

/** An exchange with `text` in every part of the response. */
export function exchangeOf(text: string): Exchange {
  return {
    number: 1,
    operation: 'get',
    caller: 'writer',
    request: { method: 'GET', url: 'http://127.0.0.1:1/beta/security/securityActions/1', headers: {} },
    response: { status: 200, headers: headersOf({ 'content-type': text, location: text }), body: text },
    startedAt: 0,
    endedAt: 1,
  };
}

/** Header fields with any text; the platform's `Headers` rejects some. */
function headersOf(fields: Readonly<Record<string, string>>): NonNullable<Exchange['response']>['headers'] {
  return {
    get: (name) => fields[name.toLowerCase()] ?? null,
    has: (name) => name.toLowerCase() in fields,
    [Symbol.iterator]: () => Object.entries(fields).values(),
  };
}

interface Parts extends Pick<Result, 'level' | 'outcome'> {
  readonly id: string;
  readonly why?: string;
  readonly finding?: Partial<Finding>;
}

/** A result, with a finding where one is given. */
export function resultOf({ id, level, outcome, why = 'because', finding }: Parts): Result {
  const complete = { message: 'it is wrong', expected: 'right', received: 'wrong', input: '', ...finding };
  return {
    id: id as Result['id'],
    level,
    basis: 'page',
    source: [{ key: 'docs', title: 'The reference', place: 'Response', url: 'https://docs.example/response' }],
    outcome,
    reason: { kind: reasonKinds[outcome][0], detail: why },
    findings: finding ? [complete] : [],
    judged: 1,
  };
}

/** A run against `the target` with these results and this end. */
export function recordOf(results: readonly Result[], ended: RunEvent): RunRecord {
  const events: readonly RunEvent[] = [
    { type: 'started', target: 'the target', url: 'http://127.0.0.1:1/beta', seed: 7, selected: [] },
    ...results.map((result) => ({ type: 'decided', result }) as const),
    ended,
  ];
  return events.reduce(recorded, emptyRecord);
}

/** The event that ends a run with these results. */
export function finished(all: readonly Result[]): RunEvent {
  return { type: 'finished', ...verdict(all), tally: tally(all), requests: 3, durationMs: 1_234, notices: [] };
}
