import { expect, test } from 'vitest';
import { reply } from '../../engine/testing.js';
import type { Command } from './command.js';
import { counterexample, sent } from './counterexample.js';

const patch = { actionReason: 'first reason' };

test.each<readonly [Command, string]>([
  [{ does: 'create', body: patch, as: 'writer' }, 'create #2 {"actionReason":"first reason"}'],
  [
    { does: 'update', which: 1, patch, as: 'reader', look: true },
    'update #2 as reader {"actionReason":"first reason"}',
  ],
  [{ does: 'cancel', which: 0, as: 'anonymous', look: false }, 'cancel #2 as anonymous'],
  [{ does: 'get', which: 0, as: 'writer' }, 'get #2'],
])('a step about action 2: %j', (command, line) => {
  expect(sent(command, 2)).toBe(line);
});

test('a step about none has no number', () => {
  expect(sent({ does: 'list' })).toBe('list');
  expect(sent({ does: 'miss', operation: 'cancel' })).toBe('cancel an id that there is not');
});

test('steps are numbered, with what came and what a read showed then', () => {
  const cancel = { does: 'cancel', which: 0, as: 'writer', look: true } as const;
  expect(
    counterexample([
      { command: cancel, about: 1, reply: reply(204), shown: reply(200, { status: 'Failed' }) },
      { command: { does: 'list' } },
    ]),
  ).toEqual(['1. cancel #1 -> 204; read back: 200 Failed', '2. list -> no answer']);
});
