import { expect, test } from 'vitest';
import { finished, recordOf, resultOf, settings } from '../testing/values.js';
import { annotations } from './annotations.js';

test('an annotation has the statement and the finding on lines of their own, and both sides', () => {
  const finding = { message: '50 % of `/value` are missing', expected: 'two\nlines', received: 'none' };
  const results = [resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding, why: finding.message })];
  const [line] = annotations(recordOf(results, finished(results)), settings);
  expect(line).toBe(
    '::error title=GET-1 MUST%3A the target::The statement of GET-1.%0A50 %25 of `/value` are missing: expected two\\u000alines, received none',
  );
});

test('whatever makes a run fail has an error, a known failure has none, and a cause has a notice', () => {
  const failed = (id: string) => resultOf({ id, level: 'MUST', outcome: 'failed', finding: {} });
  const results = [failed('GET-1'), failed('LIST-1')];
  const known = { requirement: 'GET-1', reason: 'known', expires: '2027-12-31' } as const;
  const problems = [
    { kind: 'fixed', line: 3, requirement: 'LIST-2', message: 'LIST-2 passes now: delete line 3' },
  ] as const;
  const record = recordOf(results, { ...finished(results), baseline: { known: [known], problems } } as never);
  const cause = { kind: 'cache', says: 'a cache responds', detail: '', remedy: 'no-store', evidence: [] } as const;
  const explained = {
    type: 'explained' as const,
    causes: [{ ...cause, requirements: ['LIST-1'] as const }],
    consequences: [],
  };
  expect(annotations({ ...record, explained }, settings)).toEqual([
    '::error title=The baseline of the target::LIST-2 passes now: delete line 3',
    expect.stringContaining('::error title=LIST-1 MUST%3A the target::'),
    '::notice title=The cause of 1 finding%3A the target::a cache responds: LIST-1%0Awhat to do: no-store',
  ]);
});

test('a run without a verdict has an error', () => {
  const results = [resultOf({ id: 'GET-1', level: 'MUST', outcome: 'inconclusive' })];
  const [line, ...others] = annotations(recordOf(results, finished(results)), settings);
  expect(line).toMatch(/^::error title=No verdict on the target::the target: inconclusive: no MUST .* \(exit 2; /);
  expect(others).toEqual([]);
});
