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
