import { expect, test } from 'vitest';
import { withCompactBody } from '../evidence/compact-body.js';
import { exchange } from '../testing.js';
import { HeldActions } from './held-actions.js';
import { observationsOf } from './observation.js';

/** What a response of about so many characters shows. */
function large(characters: number, status: string) {
  const one = exchange({ body: { id: 'a', status, 'x.long': ['l'.repeat(characters)] } });
  return observationsOf({ ...one, ...(one.response && { response: withCompactBody(one.response) }) });
}

test('beyond a limit, large members of actions are compressed', () => {
  const held = new HeldActions();
  const statuses = ['NotStarted', 'Running', 'Running', 'Completed'];
  const seen = statuses.map((status) => held.keep(large(3_000_000, status)).actions[0]);
  expect(seen.map((one) => one?.action.status)).toEqual(statuses);
  const long = seen.map((one) => one?.action['x.long'] as readonly string[]);
  expect(long.map(([text]) => text?.length)).toEqual(statuses.map(() => 3_000_000));
  // Equal values, and not the same one: it is not in memory.
  expect(seen.map((one, at) => one?.action['x.long'] === long[at])).toEqual([true, true, false, false]);
});

test('actions in small bodies stay as they are', () => {
  const held = new HeldActions();
  held.keep(large(9_000_000, 'Running'));
  const { actions, ...seen } = large(10, 'Running');
  expect(held.keep({ ...seen, actions }).actions).toBe(actions);
});

test('an action whose members are small stays as it is beyond the limit', () => {
  const held = new HeldActions();
  held.keep(large(9_000_000, 'Running'));
  const { exchange: shown, actions } = large(9_000, 'Running');
  const small = actions.map((one) => ({ ...one, action: { id: 'a', status: 'Running' } }));
  expect(held.keep({ exchange: shown, actions: small }).actions[0]).toBe(small[0]);
});
