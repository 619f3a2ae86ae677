import { expect, test } from 'vitest';
import { parsedJson } from '../../engine/evidence/parsed-json.js';
import type { ExchangeLine } from '../../record/lines.js';
import { showsMove, WorldSteps } from './world.js';

const base = 'http://192.0.2.1/beta';

/** An exchange about the action 7 of one case, which ends one millisecond after it began. */
function line(
  number: number,
  method: string,
  operation: ExchangeLine['operation'],
  status: number,
  body = '',
): ExchangeLine {
  return {
    type: 'exchange',
    world: 'GET-1/0',
    case: 'GET-1',
    ...{ number, operation, startedAt: number, endedAt: number + 1, caller: 'writer', phase: 'when' },
    request: { method, url: `${base}/security/securityActions${operation === 'create' ? '' : '/7'}`, headers: {} },
    response: { status, headers: [['Content-Type', 'application/json; charset=utf-8']], body },
  };
}

const shown = (status: string) => JSON.stringify({ id: '7', status });
const created = line(1, 'POST', 'create', 201, shown('NotStarted'));
const read = (number: number, status: string) => line(number, 'GET', 'get', 200, shown(status));

function steps(...lines: readonly ExchangeLine[]): WorldSteps {
  const world = new WorldSteps();
  for (const one of lines) world.add(one, parsedJson(one.response?.body ?? ''), base);
  return world;
}

const forms = (world: WorldSteps) => [...world.statuses()].flatMap(({ traits }) => traits.map(([, form]) => form));

test('each response has its status and media type', () => {
  expect(forms(steps(created, read(2, 'NotStarted')))).toEqual(['201 application/json', '200 application/json']);
});

test('requests that overlap with others about the action are left out, and so is overload', () => {
  const cancel = { ...line(2, 'POST', 'cancel', 204), endedAt: 3.5 };
  expect(forms(steps(created, cancel, line(3, 'PATCH', 'update', 409)))).toEqual(['201 application/json']);
  expect(forms(steps(created, line(2, 'PATCH', 'update', 429), line(4, 'GET', 'get', 503)))).toHaveLength(1);
});

test('the same request after another write is another request', () => {
  const update = line(5, 'PATCH', 'update', 409);
  const names = (world: WorldSteps) => [...world.statuses()].at(-1)?.traits[0]?.[0];
  expect(names(steps(created, update))).not.toBe(names(steps(created, line(3, 'POST', 'cancel', 204), update)));
});

test('a status that changes without a request shows that actions move by themselves', () => {
  const moves = (...lines: readonly ExchangeLine[]) => [...steps(...lines).lifecycle()].some(showsMove);
  expect(moves(created, read(3, 'NotStarted'), read(5, 'Running'))).toBe(true);
  expect(moves(created, read(3, 'NotStarted'), read(5, 'NotStarted'))).toBe(false);
  const update = line(4, 'PATCH', 'update', 200, shown('Running'));
  expect(moves(created, read(3, 'NotStarted'), update, read(6, 'Running'))).toBe(false);
  expect(moves(created, line(3, 'POST', 'cancel', 204), read(5, 'Running'), read(7, 'Failed'))).toBe(false);
});

test('the status after a cancel is that of the next read', () => {
  const world = steps(created, read(3, 'NotStarted'), line(5, 'POST', 'cancel', 204), read(7, 'Failed'));
  const sightings = [...world.lifecycle()].filter(({ place }) => place.of.startsWith('cancel'));
  expect(sightings).toMatchObject([
    { place: { of: 'cancel of an action that is NotStarted' }, traits: [['the status after it', 'Failed']] },
  ]);
});
