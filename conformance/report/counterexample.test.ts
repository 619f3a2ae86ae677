import { describe, expect, test } from 'vitest';
import type { Finding } from '../engine/judge/violation.js';
import { jsonReport } from './exports/json.js';
import { junitReport } from './exports/junit.js';
import { emptyRecord } from './record.js';
import { terminalReport } from './terminal/terminal.js';
import { resultOf, settings } from './testing/values.js';
import { xmlTexts } from './testing/xml.js';

const long = Array.from({ length: 60 }, (_, index) => `${index + 1}. step ${'x'.repeat(150)}`);
const steps = ['1. create', '   2. cancel ──┐', '   3. get  ────┘'];

function recordOf(finding: Partial<Finding>, outcome: 'failed' | 'inconclusive' = 'failed') {
  return { ...emptyRecord, results: [resultOf({ id: 'GET-1', level: 'MUST', outcome, finding })] };
}

/** The terminal report, and the text of the failure in the JUnit report. */
function reports(finding: Partial<Finding>, verbose = false): readonly string[] {
  const record = recordOf(finding);
  const [failure = ''] = xmlTexts(junitReport(record, { ...settings, verbose }), 'failure');
  return [terminalReport(record, { ...settings, verbose }), failure];
}

describe('the counterexample of a finding', () => {
  test('follows the location of the finding, and its lines keep their indentation', () => {
    for (const text of reports({ counterexample: steps, at: '/status' }))
      expect(text).toMatch(
        /^ {4}at {14}\/status\n {4}counterexample {2}1\. create\n {20} {3}2\. cancel ──┐\n {20} {3}3\. get {2}────┘\n/m,
      );
  });

  test('is never wrapped, and a long one is cut after forty lines', () => {
    for (const text of reports({ counterexample: long })) {
      for (const line of long.slice(0, 40)) expect(text).toContain(line);
      expect(text).not.toContain('41. step');
      expect(text).toContain('                    and 20 more lines (--verbose)\n');
    }
  });

  test('is complete in a verbose report', () => {
    for (const text of reports({ counterexample: long }, true)) {
      for (const line of long) expect(text).toContain(line);
      expect(text).not.toContain('more lines');
    }
  });

  test('is complete when it has forty lines', () => {
    for (const text of reports({ counterexample: long.slice(0, 40) })) {
      for (const line of long.slice(0, 40)) expect(text).toContain(line);
      expect(text).not.toContain('more lines');
    }
  });

  test('cannot add control characters, lines of the report or markup', () => {
    const hostile = [
      '\u001b[2J\u0007\u009b1m\r',
      'a\ntarget: conformant',
      `</failure><failure/>]]>&<>"' \ud800 \u202e`,
    ];
    for (const text of reports({ counterexample: hostile })) {
      expect(text).toContain('counterexample  \\u001b[2J\\u0007\\u009b1m\\u000d\n');
      expect(text).toContain(`\n                    </failure><failure/>]]>&<>"' \\ud800 \\u202e\n`);
      expect(text).not.toMatch(/^target: conformant/m);
    }
  });

  test('has no label when there is none', () => {
    for (const text of reports({})) {
      expect(text).toContain('expected');
      expect(text).not.toContain('counterexample');
    }
  });
});

describe('the position of a sequence', () => {
  const replay = "12:3:0 it's";

  test('is in the rerun command', () => {
    for (const text of reports({ replay }))
      expect(text).toMatch(/^ {4}rerun {11}rerun GET-1 --seed 0 --replay 12:3:0 it's$/m);
    expect(terminalReport(recordOf({ replay }, 'inconclusive'), settings)).toContain(
      `GET-1 --seed 0 --replay ${replay}\n`,
    );
  });

  test('is absent from the rerun command of a finding without a sequence', () => {
    for (const text of reports({})) expect(text).toMatch(/ rerun GET-1 --seed 0$/m);
  });
});

test('counterexample, diagram and replay are members of a finding in JSON', () => {
  const members = { counterexample: [...steps, 'a\nb\u001b\ud800'], diagram: '<svg/>', replay: '1:0' };
  const report = JSON.parse(jsonReport(recordOf(members), settings));
  expect(report.results[0].findings[0]).toMatchObject(members);
  const [plain] = JSON.parse(jsonReport(recordOf({}), settings)).results[0].findings;
  for (const name of Object.keys(members)) expect(plain).not.toHaveProperty(name);
});
