import { expect, test } from 'vitest';
import { exchangeOf, resultOf, settings } from '../testing/values.js';
import { brief, failure } from './markdown-failure.js';

test('a failure shows both sides, its steps and the last write', () => {
  const exchange = exchangeOf('x');
  const write = { ...exchange, request: { ...exchange.request, method: 'PATCH' } };
  const finding = { counterexample: ['1. create #1 {} -> 201', '2. get #1 -> 404'], write, exchange };
  const lines = failure(resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding }), 7, settings).split('\n');
  expect(lines.slice(3)).toEqual([
    '- finding: it is wrong',
    '- expected: ` right `',
    '- received: ` wrong `',
    '- steps:',
    '  - ` 1. create #1 {} -> 201 `',
    '  - ` 2. get #1 -> 404 `',
    '- last write: ` PATCH http://127.0.0.1:1/beta/security/securityActions/1 ` → ` 200 `',
    '- exchange: ` GET http://127.0.0.1:1/beta/security/securityActions/1 ` → ` 200 `',
    '- rerun: ` rerun GET-1 --seed 7 `',
    '',
  ]);
});

test('a warning says what was expected and received', () => {
  const warning = resultOf({ id: 'GET-2', level: 'SHOULD', outcome: 'failed', why: 'it is wrong', finding: {} });
  expect(brief(warning, settings)).toBe(
    '- **GET-2** The statement of GET-2. it is wrong: expected right, received wrong\n',
  );
});
