import { expect, test } from 'vitest';
import { EventOrder } from './event-order.js';
import { RecordedWorld } from './recorded-world.js';

test('what happens in worlds that play at the same time has the order of the recorded times', async () => {
  const order = new EventOrder();
  const seen: string[] = [];
  const sleepUntil = (time: number, name: string) =>
    new RecordedWorld(
      { exchanges: [], responses: new Map(), played: { readings: [time] } },
      () => undefined,
      {},
      order,
    ).clock
      .sleep(1)
      .then(() => seen.push(name));
  await Promise.all([sleepUntil(20, 'an input'), sleepUntil(10, 'what it shares')]);
  expect(seen).toEqual(['what it shares', 'an input']);
});

test('a response is taken out of the lines of its world when it is played again', async () => {
  const request = { method: 'GET', url: 'http://target.example/beta/security/securityActions', headers: {} };
  const about = { type: 'exchange', world: 'audit', caller: 'writer', startedAt: 0, endedAt: 1 } as const;
  const responses = new Map([[1, { status: 200, headers: [], body: 'x'.repeat(10_000) }]]);
  const played = { readings: [[{ did: 'send', number: 1 }]] as const };
  const world = new RecordedWorld(
    { exchanges: [{ ...about, number: 1, request }], responses, played },
    () => undefined,
  );
  const seen: unknown[] = [];
  const record = ({ response }: { response?: unknown }) => seen.push(response);
  await world.wire.send(request as never, record as never, undefined as never);
  expect(responses.size).toBe(0);
  expect(seen).toMatchObject([{ status: 200, body: 'x'.repeat(10_000) }]);
});
