import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import { reasonKinds } from '../../engine/reason.js';
import { conform, emptyRecord, type RunRecord, recorded, selection } from '../../index.js';
import { createReference } from '../../reference/index.js';
import { fault, results } from '../testing/arbitraries.js';
import { exchangeOf, finished, recordOf, resultOf, settings } from '../testing/values.js';
import { jsonReport } from './json.js';

const schema = JSON.parse(await readFile(new URL('../report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What the schema finds wrong with the report of a record. */
function errorsOf(record: RunRecord): unknown {
  validate(JSON.parse(jsonReport(record, { ...settings, statement: (id) => requirements[id]?.says ?? id })));
  return validate.errors;
}

/** The record of a run against a target that responds with what `respond` makes of the response of the reference. */
async function runOn(respond: (request: Request, reference: Response) => Response, only: readonly string[]) {
  const reference = createReference();
  const fetch = async (request: Request) => respond(request, await reference.fetch(request.clone() as Request));
  const target = { name: 'target', url: 'http://target.example/beta', fetch, tokens: await reference.tokens.mintAll() };
  let record = emptyRecord;
  const options = { only: selection(only), sequences: 0, races: 1, settleMs: 50 };
  const ended = await conform(target, options, (event) => {
    record = recorded(record, event);
  }).catch(() => undefined);
  return { record, ended };
}

const broken = () => Response.json({ error: { code: 'internal', message: 'Out of order.' } }, { status: 500 });
const ids = ['CREATE-1', 'CREATE-16', 'GET-1', 'LIST-1', 'LIST-9', 'AUTH-5'];

describe('the schema in the package describes the report of', () => {
  test('a conformant run', async () => {
    const { record } = await runOn((_, response) => response, ids);
    expect(record.finished?.verdict).toBe('conformant');
    expect(errorsOf(record)).toBeNull();
  });

  test('a run with failures', async () => {
    const created = (response: Response) => new Response(response.body, { status: 200, headers: response.headers });
    const { record } = await runOn((_, response) => (response.status === 201 ? created(response) : response), ids);
    expect(record.finished?.verdict).toBe('failures');
    expect(errorsOf(record)).toBeNull();
  });

  test('an inconclusive run', async () => {
    const { record } = await runOn(
      (request, response) => (request.method === 'POST' ? broken() : response),
      ['CREATE-16', 'GET-1', 'LIST-1'],
    );
    expect(record.finished?.verdict).toBe('inconclusive');
    expect(errorsOf(record)).toBeNull();
  });

  test('a run that ended early', async () => {
    const refused = () => Response.json({ error: { code: 'unauthenticated', message: 'No.' } }, { status: 401 });
    const { record, ended } = await runOn(refused, ids);
    expect({ ended, exitCode: record.fault?.exitCode }).toEqual({ ended: undefined, exitCode: 64 });
    expect(errorsOf(record)).toBeNull();
  });

  test('a run that never started', () => {
    expect(errorsOf(emptyRecord)).toBeNull();
  });

  test('any results, whatever the target sends', () => {
    fc.assert(
      fc.property(results, fc.option(fault, { nil: undefined }), (all, fault) => {
        const failed = all.filter(({ outcome, findings }) => outcome !== 'failed' || findings.length > 0);
        expect(errorsOf(recordOf(failed, fault ?? finished(failed)))).toBeNull();
      }),
    );
  });
});

test('the schema rejects a report with an unknown outcome, a missing member or a wrong type', () => {
  const passed = [resultOf({ id: 'GET-1', level: 'MUST', outcome: 'passed' })];
  const report = JSON.parse(jsonReport(recordOf(passed, finished(passed)), settings));
  expect(validate(report)).toBe(true);
  const [result] = report.results;
  for (const wrong of [
    { results: [{ ...result, outcome: 'unknown' }] },
    { results: [{ ...result, outcome: 'failed' }] },
    { results: [{ ...result, source: ['a page'] }] },
    { seed: '7' },
    { schemaVersion: 1 },
    { summary: {} },
    { target: undefined },
  ])
    expect(validate({ ...report, ...wrong })).toBe(false);
});

test('every kind of reason has the form that the schema requires', () => {
  const { pattern } = schema.$defs.result.properties.reason.properties.kind;
  for (const kind of Object.values(reasonKinds).flat()) expect(kind).toMatch(new RegExp(pattern));
});

describe('a report has at most 2 MB, however much the target sends', () => {
  const ids = Object.keys(requirements);
  /** The report of a run in which each requirement failed with so many findings. */
  function reportOf(text: string, findings: number): string {
    const exchange = exchangeOf(text);
    const all = ids.map((id) => {
      const result = resultOf({ id, level: 'MUST', outcome: 'failed', why: text, finding: { message: text } });
      const [finding] = result.findings;
      return { ...result, findings: finding ? Array(findings).fill({ ...finding, received: text, exchange }) : [] };
    });
    return jsonReport(recordOf(all, finished(all)), settings);
  }

  test.each([
    ['nothing is cut', 'small', 2, undefined],
    [
      'texts and header fields are cut',
      'a long text '.repeat(1_000),
      2,
      { characters: 300, fields: 20, exchanges: true },
    ],
    [
      'only the first finding is there',
      '\u0001'.repeat(5_000),
      20,
      { characters: 100, fields: 0, findings: 1, exchanges: false },
    ],
  ])('%s', (_, text, findings, shortened) => {
    const written = reportOf(text, findings);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(2_000_000);
    const report = JSON.parse(written);
    expect(validate(report)).toBe(true);
    expect(report.shortened).toEqual(shortened);
    expect(report.results.length).toBe(ids.length);
    const [finding] = report.results[0].findings;
    if (shortened)
      expect(finding.message).toBe(`${text.slice(0, shortened.characters)} … (${text.length} characters in total)`);
    else expect(finding).toMatchObject({ message: text, exchange: { response: { body: text } } });
  });
});
