import type { Result } from '../engine/run/outcome.js';
import { having } from './count.js';
import { failureLines } from './failure.js';
import { nullScoreValue } from './null-score.js';
import { areaOf, inOrder, type RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';
import { element, xmlText } from './xml.js';

/**
 * The run as JUnit XML: one test case for each requirement. A MUST violated is a failure, an undecided requirement an error, one
 * that was not asked is skipped; a SHOULD or MAY departed from passes and says so in its output. A run that ended early is one more
 * test case, with an error.
 */
export function junitReport(record: RunRecord, settings: ReportSettings): string {
  const { started, finished, fault, probed } = record;
  const seed = started?.seed ?? 0;
  const results = inOrder(record.results);
  const cases = results.map((result) => testCase(result, seed, settings));
  if (fault)
    cases.push(
      element('testcase', { classname: 'run', name: 'The run' }, [
        problem('error', 'fault', fault.message, fault.message),
      ]),
    );
  const undecided = having(results, 'inconclusive').length + (fault ? 1 : 0);
  const counts = {
    name: started?.target ?? 'conformance',
    tests: cases.length,
    failures: having(results, 'failed', 'MUST').length,
    errors: undecided,
    skipped: having(results, 'not-applicable').length + having(results, 'not-selected').length,
    time: ((finished?.durationMs ?? 0) / 1_000).toFixed(3),
  };
  const properties = Object.entries({
    url: started?.url ?? '',
    class: probed?.class ?? 'unknown',
    seed,
    verdict: finished?.verdict ?? 'inconclusive',
    ...(settings.bestNullServer && { bestNullServer: nullScoreValue(settings.bestNullServer) }),
  });
  const suite = element('testsuite', counts, [
    '\n',
    element(
      'properties',
      {},
      properties.map(([name, value]) => element('property', { name, value })),
    ),
    ...cases.map((one) => `\n${one}`),
    '\n',
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', counts, ['\n', suite, '\n'])}\n`;
}

function testCase(result: Result, seed: number, settings: ReportSettings): string {
  const { id, level, outcome, reason } = result;
  const why = reason.detail;
  const lines = () => failureLines(result, seed, settings).join('\n');
  const attributes = { classname: areaOf(id), name: `${id} ${level}: ${settings.says(id)}` };
  if (outcome === 'passed') return element('testcase', attributes);
  if (outcome === 'inconclusive')
    return element('testcase', attributes, [problem('error', level, `inconclusive: ${why}`, lines())]);
  if (outcome !== 'failed')
    return element('testcase', attributes, [element('skipped', { message: `${outcome}: ${why}` })]);
  if (level === 'MUST')
    return element('testcase', attributes, [problem('failure', level, `${id} ${level}: ${why}`, lines())]);
  return element('testcase', attributes, [
    element('system-out', {}, [xmlText(`${level} departed from, which is no failure\n${lines()}`)]),
  ]);
}

function problem(name: 'failure' | 'error', type: string, message: string, text: string): string {
  return element(name, { type, message }, [xmlText(text)]);
}
