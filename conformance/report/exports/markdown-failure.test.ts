import { expect, test } from 'vitest';
import type { Finding } from '../../engine/judge/violation.js';
import { emptyRecord } from '../record.js';
import { exchangeOf, resultOf, settings } from '../testing/values.js';
import { brief, causeText, failure } from './markdown-failure.js';

const cause = {
  kind: 'cache',
  says: 'a cache responds',
  detail: '3 responses of 4 are old',
  remedy: 'send `no-store`',
  evidence: [exchangeOf('x')],
  requirements: ['GET-1', 'LIST-1'],
} as const;

test('a failure shows both sides, its steps and the last write', () => {
  const exchange = exchangeOf('x');
  const write = { ...exchange, request: { ...exchange.request, method: 'PATCH' } };
  const finding = { counterexample: ['1. create #1 {} -> 201', '2. get  ──┘'], write, exchange };
  const explained = { type: 'explained' as const, causes: [cause], consequences: [] };
  const result = resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding });
  const lines = failure(result, { ...emptyRecord, explained }, settings).split('\n');
  expect(lines.slice(3)).toEqual([
    '- finding: it is wrong',
    '- expected: ` right `',
    '- received: ` wrong `',
    '- counterexample:',
    '  ```',
    '  1. create #1 {} -> 201',
    '  2. get  ──┘',
    '  ```',
    '- last write: ` PATCH http://127.0.0.1:1/beta/security/securityActions/1 ` → ` 200 `',
    '- exchange: ` GET http://127.0.0.1:1/beta/security/securityActions/1 ` → ` 200 `',
    '- cause: a cache responds',
    '- rerun: ` rerun GET-1 --seed 0 `',
    '',
  ]);
});

test('a warning says what was expected and received', () => {
  const warning = resultOf({ id: 'GET-2', level: 'SHOULD', outcome: 'failed', why: 'it is wrong', finding: {} });
  expect(brief(warning, settings)).toBe(
    '- **GET-2** The statement of GET-2.\n  - it is wrong: expected right, received wrong\n',
  );
});

test('a failure says nothing twice', () => {
  const of = (finding: Partial<Finding>) =>
    failure(resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding }), emptyRecord, settings).split('\n');
  const compared = of({ message: '`/name`: expected 5, received 6', expected: '5', received: '6', at: '/name' });
  expect(compared.slice(3, 5)).toEqual(['- expected: ` 5 `', '- received: ` 6 `']);
  expect(of({ message: 'nothing came', received: 'nothing came' })[3]).toBe('- finding: nothing came');
  expect(of({ message: 'nothing came', received: 'nothing came' }).join()).not.toContain('expected');
});

test('what stands between backticks in a statement is code, and a block of code cannot be left', () => {
  const statement = () => 'The member `id` <b>is</b> there.';
  const finding = { counterexample: ['``` <b>', '````'] };
  const result = resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding });
  const text = failure(result, emptyRecord, { ...settings, statement });
  expect(text).toContain('### GET-1: The member `id` &lt;b\\>is&lt;/b\\> there.\n');
  expect(text).toContain('\n  `````\n  ``` <b>\n  ````\n  `````\n');
});

test('a cause says what was seen, what to do and what it explains', () => {
  expect(causeText(cause).split('\n')).toEqual([
    '- **2 requirements: a cache responds**',
    '  - seen: 3 responses of 4 are old',
    '  - what to do: send \\`no-store\\`',
    '  - for example: ` GET http://127.0.0.1:1/beta/security/securityActions/1 ` → ` 200 `',
    '  - explains: GET-1, LIST-1',
    '',
  ]);
});
