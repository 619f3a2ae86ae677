import { expect, test } from 'vitest';
import { applyBaseline, type BaselineEntry, baselineOf } from './baseline.js';
import type { Outcome, Result } from './outcome.js';

const today = '2026-11-26';

function result(outcome: Outcome, inputs: readonly string[] = [], level: Result['level'] = 'MUST'): Result {
  return {
    id: 'CREATE-9',
    level,
    basis: 'page',
    source: [],
    outcome,
    reason: { kind: 'violation', detail: 'the id is not in the response' },
    findings: inputs.map((input) => ({ input, message: '', expected: '', received: '' })),
    judged: 1,
  };
}

function entry(members: Partial<BaselineEntry> = {}): BaselineEntry {
  return { requirement: 'CREATE-9', outcome: 'failed', reason: 'known', expires: '2027-01-01', line: 2, ...members };
}

function applied(entries: readonly BaselineEntry[], ...results: readonly Result[]) {
  const { known, problems } = applyBaseline({ file: 'known.yaml', today, entries }, results);
  return { known: [...known.keys()], problems: problems.map(({ kind, message }) => `${kind}: ${message}`) };
}

test('a requirement that fails as the baseline expects is known', () => {
  expect(applied([entry()], result('failed', ['']))).toEqual({ known: ['CREATE-9'], problems: [] });
});

test('an inconclusive requirement is known only when the baseline expects that', () => {
  expect(applied([entry({ outcome: 'inconclusive' })], result('inconclusive')).known).toEqual(['CREATE-9']);
  expect(applied([entry()], result('inconclusive'))).toEqual({
    known: [],
    problems: ['unmatched: known.yaml:2: CREATE-9: expected failed, received inconclusive: correct or delete line 2'],
  });
});

test('an entry of a requirement that passes now is fixed, and the message names its line', () => {
  expect(applied([entry({ line: 7 })], result('passed'))).toEqual({
    known: [],
    problems: ['fixed: known.yaml:7: CREATE-9 passes now: delete line 7'],
  });
});

test('an entry of a requirement that is not applicable matches nothing', () => {
  expect(applied([entry()], result('not-applicable')).problems).toEqual([
    'unmatched: known.yaml:2: CREATE-9 is not applicable to this target: delete line 2',
  ]);
});

test('an entry of a requirement that was not selected is left alone', () => {
  expect(applied([entry()], result('not-selected'))).toEqual({ known: [], problems: [] });
});

test('an entry is accepted on its last day; on the next day its failure is still known and the entry has expired', () => {
  expect(applied([entry({ expires: today })], result('failed', [''])).problems).toEqual([]);
  expect(applied([entry({ expires: '2026-11-25' })], result('failed', ['']))).toEqual({
    known: ['CREATE-9'],
    problems: ['expired: known.yaml:2: the entry of CREATE-9 expired on 2026-11-25: delete it, or give it a new date'],
  });
});

test('entries with inputs cover a requirement when they cover every input that fails', () => {
  const one = entry({ input: 'name', line: 2 });
  const other = entry({ input: 'value', line: 7 });
  expect(applied([one, other], result('failed', ['name', 'value'])).known).toEqual(['CREATE-9']);
  expect(applied([one], result('failed', ['name', 'value']))).toEqual({ known: [], problems: [] });
  expect(applied([one, other], result('failed', ['name']))).toEqual({
    known: ['CREATE-9'],
    problems: ['fixed: known.yaml:7: input "value" of CREATE-9 does not fail any more: delete line 7'],
  });
});

test('the smallest baseline has one entry for each MUST that failed or is inconclusive', () => {
  const at = { today, expires: '2027-02-24' };
  expect(baselineOf([result('failed', ['a', 'b'])], at)).toEqual([
    { requirement: 'CREATE-9', outcome: 'failed', reason: 'the id is not in the response', expires: '2027-02-24' },
  ]);
  expect(baselineOf([result('passed'), result('failed', [], 'SHOULD'), result('not-applicable')], at)).toEqual([]);
});

test('an entry of the earlier baseline keeps its reason and issue, and its date while that has not passed', () => {
  const kept = entry({ reason: 'see the issue', issue: 'https://issues.example/1', expires: '2026-12-01' });
  const at = { today, expires: '2027-02-24' };
  const written = { requirement: 'CREATE-9', outcome: 'failed', reason: 'see the issue', issue: kept.issue };
  expect(baselineOf([result('failed')], { ...at, earlier: [kept] })).toEqual([{ ...written, expires: '2026-12-01' }]);
  expect(baselineOf([result('failed')], { ...at, earlier: [{ ...kept, expires: '2026-11-01' }] })).toEqual([
    { ...written, expires: '2027-02-24' },
  ]);
});
