import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels } from '../engine/requirement.js';
import type { Result } from '../engine/run/outcome.js';
import { outcomes } from '../engine/run/outcome.js';
import { jsonReport } from './exports/json.js';
import { junitReport } from './exports/junit.js';
import { terminalReport } from './terminal/terminal.js';
import { fault, notChecked, results } from './testing/arbitraries.js';
import { finished, recordOf, settings } from './testing/values.js';
import { attributesOf, parsed, xmlElements } from './testing/xml.js';

/** How many results each level and outcome has, counted without `count`. */
const counted = (all: readonly Result[]) =>
  levels.map((level) =>
    outcomes.map((outcome) => all.filter((one) => one.level === level && one.outcome === outcome).length),
  );

/** The numbers in the table of a terminal report. */
const table = (text: string) =>
  levels.map((level) => {
    const rows = text.split('\n').filter((line) => new RegExp(`^${level} +\\d`).test(line));
    expect(rows).toHaveLength(1);
    return rows.join('').split(/\s+/).slice(1).map(Number);
  });

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';

/** The names of the elements in the test case of each requirement. */
const testCases = (xml: string) =>
  new Map(
    xmlElements(parsed(xml), 'testcase').map((one) => [
      one.getAttribute('name')?.split(' ')[0],
      xmlElements(one, '*').map(({ tagName }) => tagName),
    ]),
  );

/** What the test case of a requirement must contain: nothing only when it passed. */
function expectedElements({ outcome, level }: Result): readonly string[] {
  if (outcome === 'passed') return [];
  if (outcome === 'inconclusive') return ['error'];
  if (outcome !== 'failed') return ['skipped'];
  return level === 'MUST' ? ['failure'] : ['system-out'];
}

describe('for any outcomes', () => {
  test('all reports have the same counts', () => {
    fc.assert(
      fc.property(results, fc.boolean(), fc.option(fault, { nil: undefined }), (all, verbose, fault) => {
        const record = recordOf(all, fault ?? finished(all));
        const { summary } = JSON.parse(jsonReport(record, settings));
        expect(levels.map((level) => outcomes.map((outcome) => summary[level][outcome]))).toEqual(counted(all));
        if (record.finished) expect(summary).toEqual({ verdict: record.finished.verdict, ...record.finished.tally });
        const text = terminalReport(record, { ...settings, verbose });
        if (all.length > 0) expect(table(text)).toEqual(counted(all));
        const sum = (outcome: Result['outcome']) => all.filter((one) => one.outcome === outcome).length;
        const ended = fault === undefined ? 0 : 1;
        expect(attributesOf(parsed(junitReport(record, { ...settings, verbose })))).toMatchObject({
          tests: String(all.length + ended),
          failures: String(summary.MUST.failed),
          errors: String(sum('inconclusive') + ended),
          skipped: String(sum('not-applicable') + sum('not-selected')),
        });
      }),
    );
  });

  test('no report counts an inconclusive, inapplicable or unselected requirement as passed', () => {
    fc.assert(
      fc.property(results, (all) => {
        const record = recordOf(all, finished(all));
        const cases = testCases(junitReport(record, settings));
        expect(cases.size).toBe(all.length);
        for (const one of all) expect(cases.get(one.id)).toEqual(expectedElements(one));
        const conformant = /conformant: (\d+) MUST requirements? passed/.exec(
          lastLine(terminalReport(record, settings)),
        );
        if (conformant) expect(Number(conformant[1])).toBe(counted(all)[0]?.[0]);
        const report = JSON.parse(jsonReport(record, settings));
        expect(new Map(report.results.map(({ id, outcome }: Result) => [id, outcome]))).toEqual(
          new Map(all.map(({ id, outcome }) => [id, outcome])),
        );
      }),
    );
  });

  test('all reports say conformant exactly when something was checked and no MUST failed or is inconclusive', () => {
    fc.assert(
      fc.property(fc.oneof(results, notChecked), (all) => {
        const must = all.filter(({ level }) => level === 'MUST').map(({ outcome }) => outcome);
        const checked = all.some(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-selected');
        const conformant = checked && !must.includes('failed') && !must.includes('inconclusive');
        const record = recordOf(all, finished(all));
        const report = JSON.parse(jsonReport(record, settings));
        const last = lastLine(terminalReport(record, settings));
        const properties = xmlElements(parsed(junitReport(record, settings)), 'property').map(attributesOf);
        expect(report.exitCode === 0).toBe(conformant);
        expect(report.summary.verdict === 'conformant').toBe(conformant);
        expect(last.includes('(exit 0;')).toBe(conformant);
        expect(last.startsWith('the target: conformant')).toBe(conformant);
        expect(properties.find(({ name }) => name === 'verdict')?.value).toBe(report.summary.verdict);
      }),
    );
  });

  test('a run that checks nothing ends with 66', () => {
    fc.assert(
      fc.property(notChecked, (all) => {
        expect(JSON.parse(jsonReport(recordOf(all, finished(all)), settings)).exitCode).toBe(66);
        expect(terminalReport(recordOf(all, finished(all)), settings)).toContain('(exit 66;');
      }),
    );
  });
});
