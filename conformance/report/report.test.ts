import { expect, test } from 'vitest';
import type { Exchange } from '../engine/evidence/exchange.js';
import { redactor } from '../engine/http/redaction.js';
import type { RunEvent } from '../engine/run/events.js';
import type { Result } from '../engine/run/outcome.js';
import { tally, verdict } from '../engine/run/verdict.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { emptyRecord, type RunRecord, recorded } from './record.js';
import { redactedEvent } from './redacted.js';
import { terminalReport } from './terminal.js';
import { resultOf, settings } from './testing/values.js';

const { says } = settings;

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
    message: 'POST was answered with 201',
    expected: 'status 400',
    received: 'status 201',
    at: 'status',
    exchange,
  };
  const seen = outcome === 'failed' || outcome === 'inconclusive' ? { finding } : {};
  return { ...resultOf({ id, level, outcome, ...seen }), ...more };
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
    { type: 'planned', cases: 1, inputs: 1, rules: 1, sequences: 7, notApplicable: 0 },
    ...results.map((one) => ({ type: 'decided', result: one }) as const),
    { type: 'finished', ...verdict(results), tally: tally(results), requests: 3, durationMs: 1_234 },
  ];
  return events.reduce(recorded, emptyRecord);
}

test('a failure is told with all that is needed to understand and repeat it', () => {
  const text = terminalReport(recordOf([result('CREATE-16', 'MUST', 'failed')]), settings);
  for (const part of [
    'CREATE-16 MUST',
    says('CREATE-16'),
    'The reference: Response (https://docs.example/response)',
    'again CREATE-16 --seed 7',
    'exit 1',
  ])
    expect(text).toContain(part);
  expect(text.indexOf('status 400')).toBeLessThan(text.indexOf('status 201'));
  expect(text).toContain('-H "authorization: Bearer $SECURITY_ACTIONS_TOKEN"');
  expect(text).toContain(`--data-raw '{"name":"it'\\''s"}'`);
});

test('every report shows what the best null server holds, and leaves it out where it is not given', () => {
  const record = recordOf([result('CREATE-16', 'MUST', 'passed')]);
  const { bestNullServer, ...without } = settings;
  expect(terminalReport(record, settings)).toContain(
    '\na server that ignores what it is asked holds at best 3 MUST (an empty list answered to everything)\n',
  );
  expect(JSON.parse(jsonReport(record, says, bestNullServer))).toMatchObject({ bestNullServer });
  expect(junitReport(record, settings)).toContain(
    '<property name="bestNullServer" value="3 MUST, 2 SHOULD, 1 MAY (an empty list)"/>',
  );
  for (const text of [terminalReport(record, without), junitReport(record, without), jsonReport(record, says)])
    expect(text).not.toMatch(/null ?server|at best/i);
});

test('hundreds of failures stay readable, and all are named', () => {
  const results = Array.from({ length: 300 }, (_, index) => result(`CREATE-${index + 1}`, 'MUST', 'failed'));
  const text = terminalReport(recordOf(results), settings);
  for (const { id } of results) expect(text).toMatch(new RegExp(`${id}\\b`));
  expect(text.split('\n').length).toBeLessThan(600);
  expect(terminalReport(recordOf(results), { ...settings, verbose: true }).split('curl -i').length).toBe(301);
});

test('what is undecided for one cause is one paragraph', () => {
  const why = (index: number) =>
    `the answer to GET http://127.0.0.1:1/beta/security/securityActions/0000${index}000-0000-4000-a000-000000000000 is 404`;
  const results = Array.from({ length: 9 }, (_, index) =>
    result(`GET-${index + 1}`, 'MUST', 'inconclusive', { reason: { kind: 'precondition', detail: why(index + 1) } }),
  );
  const text = terminalReport(recordOf(results), settings);
  expect(text).toContain('? 9 requirements (9 MUST)');
  expect(text.match(/^\? /gm)).toHaveLength(1);
});

test('a run that ended early still has reports that say so', () => {
  const record: RunRecord = {
    ...recordOf([result('GET-1', 'MUST', 'passed')]),
    finished: undefined,
    fault: { type: 'fault', message: 'gone', exitCode: 69 },
  };
  expect(JSON.parse(jsonReport(record, says))).toMatchObject({
    summary: { verdict: 'inconclusive' },
    fault: { message: 'gone', exitCode: 69 },
  });
  expect(junitReport(record, settings)).toContain('<error type="fault" message="gone">');
  expect(terminalReport(record, settings)).toContain('no verdict (exit 69)');
});

test('no token survives, wherever a target put it', () => {
  const token = 'opaque/token+0123456789-0123456789-abcdef==';
  const redact = redactor(new Map([[token, 'SECURITY_ACTIONS_TOKEN']]));
  const echoed = [
    token,
    JSON.stringify(token).replaceAll('/', '\\/'),
    token.replace('+', '\\u002B'),
    encodeURIComponent(token),
    `cut ${token.slice(5)}`,
  ].join(' ');
  const headers = new Headers({ location: `/${encodeURIComponent(token)}`, 'x-echo': token });
  const leaky: Exchange = {
    ...exchange,
    request: { ...exchange.request, url: `http://h/${token}` },
    response: { status: 200, headers, body: echoed },
  };
  const finding = {
    message: echoed,
    expected: echoed,
    received: echoed,
    at: `header ${token}`,
    input: token,
    exchange: leaky,
  };
  const clean = redactedEvent(
    {
      type: 'decided',
      result: result('GET-1', 'MUST', 'failed', { reason: { kind: 'violation', detail: echoed }, findings: [finding] }),
    },
    redact,
  );
  const record = recorded(recordOf([]), clean);
  for (const text of [
    terminalReport(record, { ...settings, verbose: true }),
    junitReport(record, settings),
    jsonReport(record, says),
  ]) {
    expect(text).not.toMatch(/oken.?[+\\%]|0123456789/);
    expect(text).toContain('$SECURITY_ACTIONS_TOKEN');
  }
});
