import { describe, expect, test } from 'vitest';
import type { OperationStatus } from './lifecycle.js';
import { linearize } from './linearize.js';
import { type ActionOperation, type Claims, oneAction, type Seen } from './one-action.js';

const all: Claims = { history: true, ending: true };
const before: Seen = { status: 'NotStarted', values: { a: '0', b: '0' }, history: ['NotStarted'] };

/** What is seen of the action: `seen('Running', 'a1', ['Running'])`; the history lists what was added to that of the new action. */
function seen(status: OperationStatus, values = '', added: readonly string[] = []): Seen {
  const written = Object.fromEntries(
    values.split(' ').flatMap((one) => (one ? [[one.slice(0, 1), one.slice(1)]] : [])),
  );
  return { status, values: { ...before.values, ...written }, history: ['NotStarted', ...added] };
}

type At = readonly [call: number, end: number];
const never = Number.POSITIVE_INFINITY;

function update(values: string, [call, end]: At, answer?: number, status?: OperationStatus): ActionOperation {
  const written = Object.fromEntries(
    values.split(' ').flatMap((one) => (one ? [[one.slice(0, 1), one.slice(1)]] : [])),
  );
  return {
    does: 'update',
    call,
    return: end,
    sent: { values: written, ...(status && { status }) },
    ...(answer && { answer }),
  };
}

function cancel([call, end]: At, answer?: number): ActionOperation {
  return { does: 'cancel', call, return: end, ...(answer && { answer }) };
}

function get(shows: Seen | undefined, [call, end]: At, answer = 200): ActionOperation {
  return { does: 'get', call, return: end, answer, ...(shows && { shows }) };
}

function last(shows: Seen): ActionOperation {
  return { ...get(shows, [100, 101]), settled: true };
}

const once: At = [0, 10];

const good: Readonly<Record<string, readonly ActionOperation[]>> = {
  'updates of different properties both survive': [
    update('a1', once, 200),
    update('b1', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'of two updates of the same properties the one wins whole': [
    update('a1 b1', once, 200),
    update('a2 b2', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'a read between two updates shows the first alone': [
    update('a1', once, 200),
    update('b1', once, 200),
    get(seen('NotStarted', 'b1'), [3, 4]),
    last(seen('NotStarted', 'a1 b1')),
  ],
  'a read during an update shows it before its answer': [
    update('a1', once, 200),
    get(seen('NotStarted', 'a1'), [1, 2]),
    last(seen('NotStarted', 'a1')),
  ],
  'a cancel and an update of a text, the cancel first': [
    cancel(once, 204),
    update('a1', once, 200),
    last(seen('Failed', 'a1', ['Failed'])),
  ],
  'an update of a text is refused because the cancel came first': [
    cancel(once, 204),
    update('a1', once, 409),
    last(seen('Failed', '', ['Failed'])),
  ],
  'a cancel ends an action as Completed': [cancel(once, 200), last(seen('Completed', '', ['Completed']))],
  'a step before the cancel': [
    cancel(once, 204),
    update('', once, 200, 'Running'),
    last(seen('Failed', '', ['Running', 'Failed'])),
  ],
  'a step after the cancel is refused': [
    cancel(once, 204),
    update('', once, 409, 'Running'),
    last(seen('Failed', '', ['Failed'])),
  ],
  'a cancel is carried out later': [
    cancel([0, 1], 204),
    get(seen('NotStarted'), [2, 3]),
    last(seen('Failed', '', ['Failed'])),
  ],
  'of a completing and a failing update the second is refused, with 400': [
    update('a1', once, 200, 'Completed'),
    update('a2', once, 400, 'Failed'),
    last(seen('Completed', 'a1', ['Completed'])),
  ],
  'the same end twice is one entry': [
    update('', once, 200, 'Completed'),
    update('', once, 200, 'Completed'),
    last(seen('Completed', '', ['Completed'])),
  ],
  'two cancels are one entry': [cancel(once, 204), cancel(once, 204), last(seen('Failed', '', ['Failed']))],
  'the second cancel is refused': [cancel(once, 204), cancel(once, 409), last(seen('Failed', '', ['Failed']))],
  'an update without an answer has had its effect': [update('a1', [0, never]), last(seen('NotStarted', 'a1'))],
  'an update without an answer has had none': [update('a1', [0, never]), last(seen('NotStarted'))],
  'an update without an answer takes effect between two reads': [
    update('a1', [0, never]),
    get(seen('NotStarted'), [20, 21]),
    last(seen('NotStarted', 'a1')),
  ],
  'a server error has had its effect': [update('a1', [0, never], 500), last(seen('NotStarted', 'a1'))],
  'the target completes the action by itself': [
    update('a1', once, 200),
    last(seen('Completed', 'a1', ['Running', 'Completed'])),
  ],
  'the target is faster than the step': [
    update('', once, 409, 'Running'),
    last(seen('Completed', '', ['Running', 'Completed'])),
  ],
  'somebody else holds the lock': [update('a1', once, 200), update('b1', once, 423), last(seen('NotStarted', 'a1'))],
  'a read that failed says nothing': [
    update('a1', once, 200),
    get(undefined, [3, never], 500),
    last(seen('NotStarted', 'a1')),
  ],
};

const bad: Readonly<Record<string, readonly ActionOperation[]>> = {
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
  'a read shows the new and a later one the old': [
    update('a1', once, 200),
    get(seen('NotStarted', 'a1'), [1, 2]),
    get(seen('NotStarted'), [3, 4]),
    last(seen('NotStarted', 'a1')),
  ],
  'a read after the answer shows the old': [
    update('a1', [0, 1], 200),
    get(seen('NotStarted'), [2, 3]),
    last(seen('NotStarted', 'a1')),
  ],
  'the later of two updates is overwritten by the earlier': [
    update('a1', [0, 1], 200),
    update('a2', [2, 3], 200),
    last(seen('NotStarted', 'a1')),
  ],
  'an update brings a cancelled action back': [
    cancel(once, 204),
    update('a1', once, 200),
    last(seen('NotStarted', 'a1')),
  ],
  'a cancel takes a text back': [cancel(once, 204), update('a1', once, 200), last(seen('Failed', '', ['Failed']))],
  'a completing and a failing update are both accepted': [
    update('', once, 200, 'Completed'),
    update('', once, 200, 'Failed'),
    last(seen('Failed', '', ['Failed'])),
  ],
  'both ends are in the history': [
    update('', once, 200, 'Completed'),
    update('', once, 409, 'Failed'),
    last(seen('Completed', '', ['Completed', 'Failed'])),
  ],
  'the same end is in the history twice': [
    cancel(once, 204),
    cancel(once, 204),
    last(seen('Failed', '', ['Failed', 'Failed'])),
  ],
  'a step that was accepted is not in the history': [
    update('', once, 200, 'Running'),
    cancel(once, 204),
    last(seen('Failed', '', ['Failed'])),
  ],
  'the status is of the one and the history of the other': [
    update('', once, 200, 'Completed'),
    cancel(once, 204),
    last(seen('Failed', '', ['Completed'])),
  ],
  'a step is lost': [update('', once, 200, 'Running'), update('a1', once, 200), last(seen('NotStarted', 'a1'))],
  'a refused update has left its text': [
    update('a1', once, 200, 'Completed'),
    update('b1', once, 409, 'Failed'),
    last(seen('Completed', 'a1 b1', ['Completed'])),
  ],
  'what a refused update would write is seen for a moment': [
    update('a1', once, 200, 'Completed'),
    update('a2', once, 409, 'Failed'),
    get(seen('NotStarted', 'a2'), [3, 4]),
    last(seen('Completed', 'a1', ['Completed'])),
  ],
  'an end is overwritten by a cancel': [
    update('', once, 200, 'Completed'),
    cancel(once, 204),
    last(seen('Failed', '', ['Completed', 'Failed'])),
  ],
  'a read finds nothing': [update('a1', once, 200), get(undefined, [3, 4], 404), last(seen('NotStarted', 'a1'))],
  'an update finds nothing': [update('a1', once, 200), update('b1', once, 404), last(seen('NotStarted', 'a1'))],
  'an update without an answer has half of its effect': [update('a1 b1', [0, never]), last(seen('NotStarted', 'a1'))],
  'an update without an answer has its effect and loses it again': [
    update('a1', [0, never]),
    get(seen('NotStarted', 'a1'), [20, 21]),
    last(seen('NotStarted')),
  ],
  'a valid text is refused with 400': [
    update('a1', once, 200),
    update('b1', once, 400),
    last(seen('NotStarted', 'a1')),
  ],
};

describe('explained', () => {
  test.each(Object.entries(good))('%s', (_, history) => {
    expect(linearize(history, oneAction(before, all)).verdict).toBe('linearizable');
  });
});

describe('explained by no order', () => {
  test.each(Object.entries(bad))('%s', (_, history) => {
    expect(linearize(history, oneAction(before, all)).verdict).toBe('not linearizable');
  });
});

test('a history that is not claimed explains nothing and accuses nobody', () => {
  const torn = [cancel(once, 204), cancel(once, 204), last(seen('Failed', '', ['Failed', 'Failed']))];
  expect(linearize(torn, oneAction(before, { ...all, history: false })).verdict).toBe('linearizable');
});

test('an end that is not claimed may stay away', () => {
  const idle = [cancel(once, 204), last(seen('NotStarted'))];
  expect(linearize(idle, oneAction(before, { ...all, ending: false })).verdict).toBe('linearizable');
  expect(linearize(idle, oneAction(before, all)).verdict).toBe('not linearizable');
});

test('the answer to an update shows the action at any time between the update and the answer', () => {
  const shows = (values: string): readonly ActionOperation[] => [
    update('a1', once, 200),
    { ...get(seen('NotStarted', values), once), after: 0 },
    update('b1', once, 200),
    last(seen('NotStarted', 'a1 b1')),
  ];
  const verdicts = ['a1', 'a1 b1', 'b1', ''].map((one) => linearize(shows(one), oneAction(before, all)).verdict);
  expect(verdicts).toEqual(['linearizable', 'linearizable', 'not linearizable', 'not linearizable']);
});
