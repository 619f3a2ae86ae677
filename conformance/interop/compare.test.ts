import { expect, test } from 'vitest';
import { compare, type Received } from './compare.js';

const expected = {
  kind: 'first',
  exitCode: 1,
  findings: [
    { failed: ['CREATE-9', 'GET-1'], because: 'it stores nothing' },
    { inconclusive: ['CANCEL-3'], perhaps: ['LIFECYCLE-16'], because: 'there is nothing to cancel' },
  ],
} as const;

type Findings = Readonly<Record<string, 'failed' | 'inconclusive'>>;

const report = (exitCode: number | null, findings: Findings, level: 'MUST' | 'SHOULD' = 'MUST'): Received => ({
  exitCode,
  findings: Object.entries(findings).map(([id, outcome]) => ({ id, level, outcome })),
});

const agreed = { 'GET-1': 'failed', 'CREATE-9': 'failed', 'CANCEL-3': 'inconclusive' } as const;

test('a report with the adjudicated findings agrees, in any order', () => {
  expect(compare(expected, report(1, agreed))).toBeUndefined();
});

test('a finding that depends on chance may be there or not, with either outcome', () => {
  expect(compare(expected, report(1, { ...agreed, 'LIFECYCLE-16': 'failed' }))).toBeUndefined();
  expect(compare(expected, report(1, { ...agreed, 'LIFECYCLE-16': 'inconclusive' }))).toBeUndefined();
});

test('a finding that nobody adjudicated is unexpected', () => {
  expect(compare(expected, report(1, { ...agreed, 'LIST-1': 'failed' }))).toEqual({
    unexpected: ['LIST-1 failed'],
    missing: [],
  });
});

test('an adjudicated finding that the report lacks is missing', () => {
  const { 'GET-1': _, ...rest } = agreed;
  expect(compare(expected, report(1, rest))).toEqual({ unexpected: [], missing: ['GET-1 failed'] });
});

test('another outcome of the same requirement is both unexpected and missing', () => {
  expect(compare(expected, report(1, { ...agreed, 'GET-1': 'inconclusive' }))).toEqual({
    unexpected: ['GET-1 inconclusive'],
    missing: ['GET-1 failed'],
  });
});

test('another exit code is a difference, also when the findings agree', () => {
  expect(compare(expected, report(70, agreed))).toEqual({
    exitCode: { expected: 1, received: 70 },
    unexpected: [],
    missing: [],
  });
});

test('a run that ended without a report differs', () => {
  expect(compare(expected, report(null, {}))).toMatchObject({ exitCode: { expected: 1, received: null } });
});

test('of a foreign tool, only failures of a MUST have to be adjudicated', () => {
  const tool = { ...expected, kind: 'foreign tool' } as const;
  const [must, should] = [agreed, { 'LIST-1': 'failed' }].map((findings) => report(1, findings as Findings, 'SHOULD'));
  const warned = { exitCode: 1, findings: [...(must?.findings ?? []), ...(should?.findings ?? [])] };
  expect(compare(tool, warned)).toBeUndefined();
  expect(compare(tool, report(1, { ...agreed, 'LIST-1': 'inconclusive' }))).toBeUndefined();
  expect(compare(tool, report(1, { ...agreed, 'LIST-1': 'failed' }))?.unexpected).toEqual(['LIST-1 failed']);
  expect(compare(tool, report(1, {}))?.missing).toHaveLength(3);
});
