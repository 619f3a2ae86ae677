import type { Cause } from '../../engine/cause/cause.js';
import type { Result } from '../../engine/run/outcome.js';
import { failureLines } from '../failure.js';
import { element, xmlText } from '../format/xml.js';
import { having } from '../having.js';
import { acceptedBy, knownOnes, knownText } from '../known.js';
import { nullScoreValue } from '../null-score.js';
import { partText } from '../part.js';
import { areaOf, inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { whyLines } from '../shared-cause.js';
import { withSides } from '../with-sides.js';

/**
 * The run as JUnit XML, with one test case for each requirement. A failed MUST is a failure and an inconclusive requirement an error;
 * one that is not applicable or not selected is skipped, and so is a known failure. A failed SHOULD or MAY passes, and its output has
 * the warning or note. A run that ended early has one more test case, with an error; each entry of the baseline that has to be deleted or
 * changed has one, with a failure.
 */
export function junitReport(record: RunRecord, settings: ReportSettings): string {
  const { started, explained, finished, fault, probed } = record;
  const seed = started?.seed ?? 0;
  const part = partText(record);
  const results = inCatalogueOrder(record.results);
  const judged = knownOnes(record, false);
  const known =
    having(knownOnes(record, true), 'failed', 'MUST').length + having(knownOnes(record, true), 'inconclusive').length;
  const cases = results.map((result) => testCase(result, record, settings));
  if (fault)
    cases.push(
      element('testcase', { classname: 'run', name: 'The run' }, [
        problem('error', 'fault', fault.message, fault.message),
      ]),
    );
  const stale = finished?.baseline?.problems ?? [];
  for (const { line, requirement, message } of stale)
    cases.push(
      element('testcase', { classname: 'baseline', name: `The baseline entry of ${requirement} on line ${line}` }, [
        problem('failure', 'baseline', message, message),
      ]),
    );
  const counts = {
    name: started?.target ?? 'conformance',
    tests: cases.length,
    failures: having(judged, 'failed', 'MUST').length + stale.length,
    errors: having(judged, 'inconclusive').length + (fault ? 1 : 0),
    skipped: known + having(results, 'not-applicable').length + having(results, 'not-selected').length,
    time: ((finished?.durationMs ?? 0) / 1_000).toFixed(3),
  };
  const properties = Object.entries({
    url: started?.url ?? '',
    class: probed?.class ?? 'unknown',
    seed,
    ...(part !== undefined && { part }),
    verdict: finished?.verdict ?? 'inconclusive',
    ...(explained && explained.causes.length > 0 && { causes: explained.causes.map(causeInOneLine).join('; ') }),
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

function causeInOneLine({ says, requirements }: Cause): string {
  return `${says} (${requirements.join(' ')})`;
}

function testCase(result: Result, record: RunRecord, settings: ReportSettings): string {
  const {
    id,
    level,
    outcome,
    reason,
    findings: [first],
  } = result;
  const { started, explained } = record;
  const lines = () =>
    [...failureLines(result, started?.seed ?? 0, settings), ...whyLines(result, explained, settings.width)].join('\n');
  const [accepted] = acceptedBy(record, id);
  const attributes = { classname: areaOf(id), name: `${id} ${level}: ${settings.statement(id)}` };
  if (outcome === 'passed') return element('testcase', attributes);
  if (accepted && (level === 'MUST' || outcome === 'inconclusive'))
    return element('testcase', attributes, [
      element('skipped', { message: `known failure (${outcome}): ${knownText(accepted)}` }),
      element('system-out', {}, [xmlText(lines())]),
    ]);
  if (outcome === 'inconclusive')
    return element('testcase', attributes, [problem('error', level, `inconclusive: ${reason.detail}`, lines())]);
  if (outcome !== 'failed')
    return element('testcase', attributes, [element('skipped', { message: `${outcome}: ${reason.detail}` })]);
  if (level === 'MUST')
    return element('testcase', attributes, [
      problem('failure', level, `${id} failed: ${first ? withSides(reason.detail, first) : reason.detail}`, lines()),
    ]);
  const kind = level === 'SHOULD' ? 'Warning' : 'Note';
  return element('testcase', attributes, [
    element('system-out', {}, [xmlText(`${kind} (${level}), not a failure\n${lines()}`)]),
  ]);
}

function problem(name: 'failure' | 'error', type: string, message: string, text: string): string {
  return element(name, { type, message }, [xmlText(text)]);
}
