import { expect, test } from 'vitest';
import { reply } from '../../engine/testing.js';
import type { Command } from './command.js';
import { commandText, counterexample } from './counterexample.js';

const patch = { actionReason: 'first reason' };

test.each<readonly [Command, string]>([
  [{ does: 'create', body: patch, as: 'writer' }, 'create #2 {"actionReason":"first reason"}'],
  [
    { does: 'update', which: 1, patch, as: 'reader', readBack: true, evenIfForbidden: false },
    'update #2 as reader {"actionReason":"first reason"}',
  ],
  [{ does: 'cancel', which: 0, as: 'anonymous', readBack: false }, 'cancel #2 as anonymous'],
  [{ does: 'get', which: 0, as: 'writer' }, 'get #2'],
])('the text of a command for action 2: %j', (command, line) => {
  expect(commandText(command, 2)).toBe(line);
});

test('the text of a command without an action has no number', () => {
  expect(commandText({ does: 'list' })).toBe('list');
  expect(commandText({ does: 'miss', operation: 'cancel' })).toBe('cancel with an unknown id');
});

test('a counterexample has numbered steps with the response and the read after it', () => {
  const cancel = { does: 'cancel', which: 0, as: 'writer', readBack: true } as const;
  expect(
    counterexample([
      { command: cancel, actionNumber: 1, reply: reply(204), readBack: reply(200, { status: 'Failed' }) },
      { command: { does: 'list' } },
    ]),
  ).toEqual(['1. cancel #1 -> 204; get -> 200 Failed', '2. list -> no response']);
});
