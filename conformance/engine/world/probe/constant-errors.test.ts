import { expect, test } from 'vitest';
import type { Exchange } from '../../evidence/exchange.js';
import { exchange } from '../../testing.js';
import { constantErrors } from './constant-errors.js';

const create = (status: number, startedAt: number, about: Partial<Exchange> = {}) =>
  exchange({ status, body: {} }, { operation: 'create', startedAt, ...about });

test.each<[string, readonly Exchange[], [string, number][]]>([
  ['the same error for a while', [create(500, 0), create(500, 150), create(500, 450)], [['create', 500]]],
  ['the same error for a moment', [create(500, 0), create(500, 1), create(500, 2)], []],
  ['one error', [create(500, 500)], []],
  ['two errors', [create(500, 0), create(500, 150), create(503, 450)], []],
  ['an error and a success', [create(500, 0), create(201, 150), create(500, 450)], []],
  ['not implemented', [create(501, 0), create(501, 1)], [['create', 501]]],
  ['overload', [create(503, 0), create(503, 450)], []],
  ['a rejection', [create(404, 0), create(404, 450)], []],
  ['an error for a defect', [create(500, 0), create(500, 450, { defect: 'no body' })], []],
  ['an error for another caller', [create(500, 0), create(500, 450, { caller: 'reader' })], []],
])('a probe that saw %s', (_, exchanges, expected) => {
  expect([...constantErrors(exchanges)]).toEqual(expected);
});
