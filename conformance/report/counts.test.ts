import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../engine/run/outcome.js';
import { levels, outcomes } from './count.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { terminalReport } from './terminal.js';
import { fault, results, unasked } from './testing/arbitraries.js';
import { finished, recordOf, settings } from './testing/values.js';
import { below, parsed } from './testing/xml.js';

/** How often each level came to each outcome, counted by hand. */
const counted = (all: readonly Result[]) =>
  levels.map((level) =>
    outcomes.map((outcome) => all.filter((one) => one.level === level && one.outcome === outcome).length),
  );

/** The table of the terminal's report. */
const table = (text: string) =>
  levels.map((level) => {
    const rows = text.split('\n').filter((line) => new RegExp(`^${level} +\\d`).test(line));
    expect(rows).toHaveLength(1);
    return rows.join('').split(/\s+/).slice(1).map(Number);
  });

/** What JUnit says of each requirement: the names of the elements in its test case. */
const told = (xml: string) =>
  new Map(
    below(parsed(xml))
      .filter(({ name }) => name === 'testcase')
      .map(({ attributes, children }) => [attributes.name?.split(' ')[0], children.map(({ name }) => name)]),
  );

/** What a test case of JUnit holds where nothing is counted as passed that is not. */
function expected({ outcome, level }: Result): readonly string[] {
  if (outcome === 'passed') return [];
  if (outcome === 'inconclusive') return ['error'];
  if (outcome !== 'failed') return ['skipped'];
  return level === 'MUST' ? ['failure'] : ['system-out'];
}

describe('whatever the outcomes', () => {
  test('all renderers agree on every count', () => {
    fc.assert(
      fc.property(results, fc.boolean(), fc.option(fault, { nil: undefined }), (all, verbose, fault) => {
        const record = recordOf(all, fault ?? finished(all));
        const { summary } = JSON.parse(jsonReport(record, settings.says));
        expect(levels.map((level) => outcomes.map((outcome) => summary[level][outcome]))).toEqual(counted(all));
        if (record.finished) expect(summary).toEqual({ verdict: record.finished.verdict, ...record.finished.tally });
        const text = terminalReport(record, { ...settings, verbose });
        if (all.length > 0) expect(table(text)).toEqual(counted(all));
        const { attributes } = parsed(junitReport(record, { ...settings, verbose }));
        const sum = (outcome: Result['outcome']) => all.filter((one) => one.outcome === outcome).length;
        const ended = fault === undefined ? 0 : 1;
        expect(attributes).toMatchObject({
          tests: String(all.length + ended),
          failures: String(summary.MUST.failed),
          errors: String(sum('inconclusive') + ended),
          skipped: String(sum('not-applicable') + sum('not-selected')),
        });
      }),
    );
  });

  test('nothing undecided, not applicable or deselected is counted as passed', () => {
    fc.assert(
      fc.property(results, (all) => {
        const record = recordOf(all, finished(all));
        const cases = told(junitReport(record, settings));
        expect(cases.size).toBe(all.length);
        for (const one of all) expect(cases.get(one.id)).toEqual(expected(one));
        const must = counted(all)[0] ?? [];
        const held = /conformant: (\d+) MUST held/.exec(
          terminalReport(record, settings).trimEnd().split('\n').at(-1) ?? '',
        );
        if (held) expect(Number(held[1])).toBe(must[0]);
        const report = JSON.parse(jsonReport(record, settings.says));
        expect(new Map(report.results.map(({ id, outcome }: Result) => [id, outcome]))).toEqual(
          new Map(all.map(({ id, outcome }) => [id, outcome])),
        );
      }),
    );
  });

  test('0 and conformant are said by all or by none, and only where something was asked and no MUST is violated or open', () => {
    fc.assert(
      fc.property(fc.oneof(results, unasked), (all) => {
        const must = all.filter(({ level }) => level === 'MUST').map(({ outcome }) => outcome);
        const asked = all.some(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-selected');
        const right = asked && !must.includes('failed') && !must.includes('inconclusive');
        const record = recordOf(all, finished(all));
        const report = JSON.parse(jsonReport(record, settings.says));
        const last = terminalReport(record, settings).trimEnd().split('\n').at(-1) ?? '';
        const properties = below(parsed(junitReport(record, settings))).map(({ attributes }) => attributes);
        expect(report.exitCode === 0).toBe(right);
        expect(report.summary.verdict === 'conformant').toBe(right);
        expect(last.includes('(exit 0;')).toBe(right);
        expect(last.startsWith('the target: conformant')).toBe(right);
        expect(properties.find(({ name }) => name === 'verdict')?.value).toBe(report.summary.verdict);
      }),
    );
  });

  test('a run in which nothing was selected ends with 66', () => {
    fc.assert(
      fc.property(unasked, (all) => {
        expect(JSON.parse(jsonReport(recordOf(all, finished(all)), settings.says)).exitCode).toBe(66);
        expect(terminalReport(recordOf(all, finished(all)), settings)).toContain('(exit 66;');
      }),
    );
  });
});
