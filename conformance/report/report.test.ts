import { expect, test } from 'vitest';
import type { Exchange } from '../engine/evidence/exchange.js';
import type { RunEvent } from '../engine/run/events.js';
import type { Result } from '../engine/run/outcome.js';
import { tally, verdict } from '../engine/run/verdict.js';
import { jsonReport } from './exports/json.js';
import { junitReport } from './exports/junit.js';
import { emptyRecord, type RunRecord, recorded } from './record.js';
import { terminalReport } from './terminal/terminal.js';
import { resultOf, settings } from './testing/values.js';

const exchange: Exchange = {
  number: 1,
  operation: 'create',
  caller: 'writer',
  request: {
    method: 'POST',
    url: 'http://127.0.0.1:1/beta/security/securityActions',
    headers: { authorization: 'Bearer $SECURITY_ACTIONS_TOKEN', 'content-type': 'application/json' },
    body: `{"name":"it's"}`,
  },
  response: {
    status: 201,
    headers: new Headers({ 'content-type': 'application/json', location: '/x' }),
    body: '{"id":"1"}',
  },
  startedAt: 0,
  endedAt: 1,
};

function result(id: string, level: Result['level'], outcome: Result['outcome'], more: Partial<Result> = {}): Result {
  const finding = {
    message: 'the response to POST has the status 201',
    expected: 'status 400',
    received: 'status 201',
    at: 'status' as const,
    exchange,
  };
  const seen = outcome === 'failed' || outcome === 'inconclusive' ? { finding } : {};
  return { ...resultOf({ id, level, outcome, ...seen }), ...more };
}

/** The plan of a run, with these differences. */
function planned(overrides: Partial<Extract<RunEvent, { type: 'planned' }>>): RunEvent {
  const leftOut = { inputs: 0, of: 1, cases: [], draws: 0, sequences: 0, races: 0, audit: false };
  const counts = { cases: 1, inputs: 1, forRules: 0, rules: 1, sequences: 7, notApplicable: 0 };
  return { type: 'planned', effort: 'standard', leftOut, ...counts, ...overrides };
}

function recordOf(results: readonly Result[]): RunRecord {
  const events: readonly RunEvent[] = [
    { type: 'started', target: 'the target', url: 'http://127.0.0.1:1/beta', seed: 7, selected: [] },
    {
      type: 'probed',
      class: 'stateful',
      discriminates: true,
      features: {} as never,
      identities: ['writer'],
      notices: [],
    },
    planned({}),
    ...results.map((one) => ({ type: 'decided', result: one }) as const),
    { type: 'finished', ...verdict(results), tally: tally(results), requests: 3, durationMs: 1_234, notices: [] },
  ];
  return events.reduce(recorded, emptyRecord);
}

test('a failure has everything that is needed to understand and repeat it', () => {
  const text = terminalReport(recordOf([result('CREATE-16', 'MUST', 'failed')]), settings);
  for (const part of [
    '── Failed MUST requirements: 1',
    'CREATE-16 MUST',
    settings.statement('CREATE-16'),
    'basis           a documentation page',
    'explain         security-actions explain CREATE-16',
    'source          The reference: Response (https://docs.example/response)',
    'rerun           rerun CREATE-16 --seed 7',
    'exit 1',
  ])
    expect(text).toContain(part);
  const labels = [...text.matchAll(/^ {4}(\w+) /gm)].map(([, label]) => label);
  expect(labels).toEqual([
    'basis',
    'explain',
    'source',
    'finding',
    'expected',
    'received',
    'at',
    'request',
    'response',
    'curl',
    'rerun',
  ]);
  expect(text).toContain('-H "authorization: Bearer $SECURITY_ACTIONS_TOKEN"');
  expect(text).toContain(`--data-raw '{"name":"it'\\''s"}'`);
});

test('a failed SHOULD is a warning, a failed MAY a note, and both name their basis', () => {
  const may = result('GET-2', 'MAY', 'failed', { basis: 'contract', reason: { kind: 'violation', detail: 'differs' } });
  const text = terminalReport(recordOf([result('GET-1', 'SHOULD', 'failed', { basis: 'platform' }), may]), settings);
  expect(text).toMatch(
    /── Warnings \(SHOULD\): 1[\s\S]*basis +the platform documents [\s\S]*security-actions explain GET-1/,
  );
  expect(text).toContain(
    '── Notes (MAY): 1\n  GET-2 MAY (contract)  differs: expected status 400, received status 201\n',
  );
  expect(text).toContain('0 MUST requirements passed, 1 warning (exit 0;');
});

test('every report shows the score of the best null server, and leaves it out when there is none', () => {
  const record = recordOf([result('CREATE-16', 'MUST', 'passed')]);
  const { bestNullServer, ...without } = settings;
  expect(terminalReport(record, settings)).toContain(
    '\nFor comparison: a server that responds to every request with an empty list passes 3 MUST requirements.\n',
  );
  expect(JSON.parse(jsonReport(record, settings))).toMatchObject({ bestNullServer });
  expect(junitReport(record, settings)).toContain(
    '<property name="bestNullServer" value="3 MUST, 2 SHOULD, 1 MAY (an empty list)"/>',
  );
  for (const text of [terminalReport(record, without), junitReport(record, without), jsonReport(record, without)])
    expect(text).not.toMatch(/null ?server|comparison/i);
});

test('a report of hundreds of failures is short and names all of them', () => {
  const results = Array.from({ length: 300 }, (_, index) => result(`CREATE-${index + 1}`, 'MUST', 'failed'));
  const text = terminalReport(recordOf(results), settings);
  for (const { id } of results) expect(text).toMatch(new RegExp(`${id}\\b`));
  expect(text.split('\n').length).toBeLessThan(600);
  expect(terminalReport(recordOf(results), { ...settings, verbose: true }).split('curl -i').length).toBe(301);
});

test('a run that ended early has reports that say so', () => {
  const { finished: _, ...unfinished } = recordOf([result('GET-1', 'MUST', 'passed')]);
  const record: RunRecord = { ...unfinished, fault: { type: 'fault', message: 'gone', exitCode: 69 } };
  expect(JSON.parse(jsonReport(record, settings))).toMatchObject({
    summary: { verdict: 'inconclusive' },
    fault: { message: 'gone', exitCode: 69 },
  });
  expect(junitReport(record, settings)).toContain('<error type="fault" message="gone">');
  expect(terminalReport(record, settings)).toContain('no verdict (exit 69)');
});
