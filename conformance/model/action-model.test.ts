import { describe, expect, test } from 'vitest';
import {
  type ActionState,
  allClaims,
  concurrentModel,
  type ModelOperation,
  statesAfter,
  statesLater,
  statesShowing,
  statesShown,
} from './action-model.js';
import { isFinal, type OperationStatus } from './lifecycle.js';
import { linearize, type Timed } from './linearize.js';
import { type ShownAction, shownAction } from './shown-action.js';

type TimedOperation = ModelOperation & Timed;

const before: ShownAction = {
  id: '"an-id"',
  status: 'NotStarted',
  values: { a: '0', b: '0' },
  history: ['NotStarted'],
};

/** The action as a response shows it: `seen('Running', 'a1', ['Running'])`. The last argument is what was added to the history. */
function seen(status: OperationStatus, values = '', added: readonly string[] = []): ShownAction {
  const written = Object.fromEntries(
    values.split(' ').flatMap((one) => (one ? [[one.slice(0, 1), one.slice(1)]] : [])),
  );
  return { ...before, status, values: { ...before.values, ...written }, history: ['NotStarted', ...added] };
}

type At = readonly [call: number, end: number];
const never = Number.POSITIVE_INFINITY;

function update(values: string, [call, end]: At, response?: number, status?: OperationStatus): TimedOperation {
  const written = Object.fromEntries(
    values.split(' ').flatMap((one) => (one ? [[one.slice(0, 1), one.slice(1)]] : [])),
  );
  return {
    operation: 'update',
    call,
    return: end,
    sent: { values: written, status, more: true },
    response,
  };
}

function cancel([call, end]: At, response?: number): TimedOperation {
  return { operation: 'cancel', call, return: end, response };
}

function get(shown: ShownAction | undefined, [call, end]: At, response = 200): TimedOperation {
  return { operation: 'get', call, return: end, response, shown };
}

function last(shown: ShownAction): TimedOperation {
  return { ...get(shown, [100, 101]), settled: true };
}

const once: At = [0, 10];

const good: Readonly<Record<string, readonly TimedOperation[]>> = {
  'updates of different properties both take effect': [
    update('a1', once, 200),
    update('b1', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'one of two updates of the same properties takes effect as a whole': [
    update('a1 b1', once, 200),
    update('a2 b2', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'a read between two updates shows only the first': [
    update('a1', once, 200),
    update('b1', once, 200),
    get(seen('NotStarted', 'b1'), [3, 4]),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'a read during an update shows it before its response': [
    update('a1', once, 200),
    get(seen('NotStarted', 'a1'), [1, 2]),
    last(seen('NotStarted', 'a1')),
  ],
  'a cancel takes effect before the update of a string': [
    cancel(once, 204),
    update('a1', once, 200),
    last(seen('Failed', 'a1', ['Failed'])),
  ],
  'the update of a string is rejected after a cancel': [
    cancel(once, 204),
    update('a1', once, 409),
    last(seen('Failed', '', ['Failed'])),
  ],
  'a cancel completes the action': [cancel(once, 200), last(seen('Completed', '', ['Completed']))],
  'a status change takes effect before the cancel': [
    cancel(once, 204),
    update('', once, 200, 'Running'),
    last(seen('Failed', '', ['Running', 'Failed'])),
  ],
  'a status change is rejected after the cancel': [
    cancel(once, 204),
    update('', once, 409, 'Running'),
    last(seen('Failed', '', ['Failed'])),
  ],
  'a cancel takes effect later': [
    cancel([0, 1], 204),
    get(seen('NotStarted'), [2, 3]),
    last(seen('Failed', '', ['Failed'])),
  ],
  'the second of a completing and a failing update is rejected with 400': [
    update('a1', once, 200, 'Completed'),
    update('a2', once, 400, 'Failed'),
    last(seen('Completed', 'a1', ['Completed'])),
  ],
  'the same final status twice is one entry': [
    update('', once, 200, 'Completed'),
    update('', once, 200, 'Completed'),
    last(seen('Completed', '', ['Completed'])),
  ],
  'two cancels are one entry': [cancel(once, 204), cancel(once, 204), last(seen('Failed', '', ['Failed']))],
  'the second cancel is rejected': [cancel(once, 204), cancel(once, 409), last(seen('Failed', '', ['Failed']))],
  'an update without a response has taken effect': [update('a1', [0, never]), last(seen('NotStarted', 'a1'))],
  'an update without a response has not taken effect': [update('a1', [0, never]), last(seen('NotStarted'))],
  'an update without a response takes effect between two reads': [
    update('a1', [0, never]),
    get(seen('NotStarted'), [20, 21]),
    last(seen('NotStarted', 'a1')),
  ],
  'an update with a server error has taken effect': [update('a1', [0, never], 500), last(seen('NotStarted', 'a1'))],
  'the target completes the action by itself': [
    update('a1', once, 200),
    last(seen('Completed', 'a1', ['Running', 'Completed'])),
  ],
  'the target changes the status before the update': [
    update('', once, 409, 'Running'),
    last(seen('Completed', '', ['Running', 'Completed'])),
  ],
  'an update is rejected because the action is locked': [
    update('a1', once, 200),
    update('b1', once, 423),
    last(seen('NotStarted', 'a1')),
  ],
  'a read that fails is ignored': [
    update('a1', once, 200),
    get(undefined, [3, never], 500),
    last(seen('NotStarted', 'a1')),
  ],
};

const bad: Readonly<Record<string, readonly TimedOperation[]>> = {
  'an update of another property is lost': [
    update('a1', once, 200),
    update('b1', once, 200),
    last(seen('NotStarted', 'b1')),
  ],
  'two updates of the same properties are mixed': [
    update('a1 b1', once, 200),
    update('a2 b2', once, 200),
    last(seen('NotStarted', 'a1 b2')),
  ],
  'a read shows half of an update': [
    update('a1 b1', once, 200),
    get(seen('NotStarted', 'a1'), [3, 4]),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'a read shows the new value and a later one the old value': [
    update('a1', once, 200),
    get(seen('NotStarted', 'a1'), [1, 2]),
    get(seen('NotStarted'), [3, 4]),
    last(seen('NotStarted', 'a1')),
  ],
  'a read after the response shows the old value': [
    update('a1', [0, 1], 200),
    get(seen('NotStarted'), [2, 3]),
    last(seen('NotStarted', 'a1')),
  ],
  'the later of two updates is overwritten by the earlier': [
    update('a1', [0, 1], 200),
    update('a2', [2, 3], 200),
    last(seen('NotStarted', 'a1')),
  ],
  'an update restores a cancelled action': [cancel(once, 204), update('a1', once, 200), last(seen('NotStarted', 'a1'))],
  'a cancel reverts a string': [cancel(once, 204), update('a1', once, 200), last(seen('Failed', '', ['Failed']))],
  'a completing and a failing update are both accepted': [
    update('', once, 200, 'Completed'),
    update('', once, 200, 'Failed'),
    last(seen('Failed', '', ['Failed'])),
  ],
  'both final statuses are in the history': [
    update('', once, 200, 'Completed'),
    update('', once, 409, 'Failed'),
    last(seen('Completed', '', ['Completed', 'Failed'])),
  ],
  'the same final status is in the history twice': [
    cancel(once, 204),
    cancel(once, 204),
    last(seen('Failed', '', ['Failed', 'Failed'])),
  ],
  'an accepted status change is not in the history': [
    update('', once, 200, 'Running'),
    cancel(once, 204),
    last(seen('Failed', '', ['Failed'])),
  ],
  'the status comes from one request and the history from the other': [
    update('', once, 200, 'Completed'),
    cancel(once, 204),
    last(seen('Failed', '', ['Completed'])),
  ],
  'a status change is lost': [
    update('', once, 200, 'Running'),
    update('a1', once, 200),
    last(seen('NotStarted', 'a1')),
  ],
  'a rejected update has changed a string': [
    update('a1', once, 200, 'Completed'),
    update('b1', once, 409, 'Failed'),
    last(seen('Completed', 'a1 b1', ['Completed'])),
  ],
  'a read shows what a rejected update sent': [
    update('a1', once, 200, 'Completed'),
    update('a2', once, 409, 'Failed'),
    get(seen('NotStarted', 'a2'), [3, 4]),
    last(seen('Completed', 'a1', ['Completed'])),
  ],
  'a cancel overwrites a final status': [
    update('', once, 200, 'Completed'),
    cancel(once, 204),
    last(seen('Failed', '', ['Completed', 'Failed'])),
  ],
  'a read responds with 404': [update('a1', once, 200), get(undefined, [3, 4], 404), last(seen('NotStarted', 'a1'))],
  'an update is rejected with 404': [update('a1', once, 200), update('b1', once, 404), last(seen('NotStarted', 'a1'))],
  'half of an update without a response takes effect': [update('a1 b1', [0, never]), last(seen('NotStarted', 'a1'))],
  'an update without a response takes effect and is lost again': [
    update('a1', [0, never]),
    get(seen('NotStarted', 'a1'), [20, 21]),
    last(seen('NotStarted')),
  ],
  'a valid string is rejected with 400': [
    update('a1', once, 200),
    update('b1', once, 400),
    last(seen('NotStarted', 'a1')),
  ],
};

describe('an order explains', () => {
  test.each(Object.entries(good))('%s', (_, history) => {
    expect(linearize(history, concurrentModel(before, allClaims)).verdict).toBe('linearizable');
  });
});

describe('no order explains', () => {
  test.each(Object.entries(bad))('%s', (_, history) => {
    expect(linearize(history, concurrentModel(before, allClaims)).verdict).toBe('not linearizable');
  });
});

test('without the claim about the history, a wrong history is ignored', () => {
  const torn = [cancel(once, 204), cancel(once, 204), last(seen('Failed', '', ['Failed', 'Failed']))];
  expect(linearize(torn, concurrentModel(before, { ...allClaims, history: false })).verdict).toBe('linearizable');
});

test('without the claim about the end, a cancelled action may stay unfinished', () => {
  const idle = [cancel(once, 204), last(seen('NotStarted'))];
  expect(linearize(idle, concurrentModel(before, { ...allClaims, ending: false })).verdict).toBe('linearizable');
  expect(linearize(idle, concurrentModel(before, allClaims)).verdict).toBe('not linearizable');
});

test('the response to an update may show the action at any time before the response', () => {
  const shown = (values: string): readonly TimedOperation[] => [
    update('a1', once, 200),
    { ...get(seen('NotStarted', values), once), after: 0 },
    update('b1', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ];
  const verdicts = ['a1', 'a1 b1', 'b1', ''].map(
    (one) => linearize(shown(one), concurrentModel(before, allClaims)).verdict,
  );
  expect(verdicts).toEqual(['linearizable', 'linearizable', 'not linearizable', 'not linearizable']);
});

test('a first history entry may appear with the first change', () => {
  const withoutHistory = concurrentModel({ ...before, history: [] }, allClaims);
  const steps = (history: readonly string[]) => [
    update('', once, 200, 'Running'),
    last({ ...seen('Running'), history }),
  ];
  const verdicts = [['Running'], ['NotStarted', 'Running'], ['NotStarted']].map(
    (history) => linearize(steps(history), withoutHistory).verdict,
  );
  expect(verdicts).toEqual(['linearizable', 'linearizable', 'not linearizable']);
});

describe('without concurrency', () => {
  const inStatus = (status: OperationStatus) => statesShown(shownAction({ id: 'an-id', status, states: [{ status }] }));
  const alone = { moves: false };
  const cancelled = (states: readonly ActionState[]) =>
    statesAfter(states, { operation: 'cancel', response: 204 }, alone);
  const patched = (states: readonly ActionState[], response: number, status?: OperationStatus, more = false) =>
    statesAfter(states, { operation: 'update', sent: { status, values: {}, more }, response }, alone);
  const names = (states: readonly ActionState[]) =>
    states.map(({ status, cancelPending }) => (cancelPending ? `${status}, cancel pending` : status)).sort();
  const statusesOf = (states: readonly ActionState[]) => [...new Set(names(states))];

  test('an action keeps its status, unless the target changes it', () => {
    expect(names(statesLater(inStatus('Running'), false))).toEqual(['Running']);
    expect(statusesOf(statesLater(inStatus('Running'), true))).toEqual(['Completed', 'Failed', 'Running']);
    expect(names(statesLater(inStatus('Failed'), true))).toEqual(['Failed']);
  });

  test('a cancel ends an unfinished action at once or later', () => {
    const states = cancelled(inStatus('NotStarted'));
    expect(names(states)).toEqual(['NotStarted, cancel pending']);
    expect(statusesOf(statesLater(states, false))).toEqual(['Completed', 'Failed', 'NotStarted, cancel pending']);
  });

  test('a cancel does not change a finished action', () => {
    expect(cancelled(inStatus('Completed'))).toEqual(inStatus('Completed'));
  });

  test.each([
    ['NotStarted', 'Running', ['Running'], []],
    ['Running', 'Running', ['Running'], []],
    ['Running', 'NotStarted', [], ['Running']],
    ['Completed', 'Failed', [], ['Completed']],
    ['Running', undefined, ['Running'], []],
  ] as const)('a PATCH of a %s action to %s is accepted or rejected with 409', (from, to, accepted, rejected) => {
    expect(names(patched(inStatus(from), 200, to))).toEqual(accepted);
    expect(names(patched(inStatus(from), 409, to))).toEqual(rejected);
  });

  test('a PATCH of another property of a finished action may be accepted or rejected', () => {
    const states = inStatus('Failed');
    expect([names(patched(states, 200, undefined, true)), names(patched(states, 409, undefined, true))]).toEqual([
      ['Failed'],
      ['Failed'],
    ]);
  });

  test('a PATCH while a cancel is pending may take effect before or after the cancel', () => {
    const pending = cancelled(inStatus('NotStarted'));
    expect(names(patched(pending, 200, 'Running'))).toEqual(['Running, cancel pending']);
    expect(statusesOf(patched(pending, 409, 'Running'))).toEqual(['Completed', 'Failed']);
  });

  test('a response narrows the possible states', () => {
    const states = statesLater(cancelled(inStatus('Running')), false);
    const shown = (status: OperationStatus) => ({ ...before, status });
    expect(names(statesShowing(states, shown('Failed')))).toEqual(['Failed']);
    expect(names(statesShowing(states, shown('NotStarted')))).toEqual([]);
    expect(states.some(({ status }) => !isFinal(status))).toBe(true);
    expect(statesShowing(states, shown('Completed')).some(({ status }) => !isFinal(status))).toBe(false);
  });

  test('an action that shows no status of the contract may be in any status', () => {
    expect(names(statesShown(shownAction({ id: 'an-id', status: null })))).toEqual([
      'Completed',
      'Failed',
      'NotStarted',
      'Running',
    ]);
  });
});
