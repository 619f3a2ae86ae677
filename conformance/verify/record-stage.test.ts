import { expect, test } from 'vitest';
import type { Given } from '../engine/run/events.js';
import { RecordStage } from './record-stage.js';

const given = { writes: true, began: 0, gatewayFields: {}, known: { notices: [] } } as unknown as Given;
const noLines = async function* () {};

test('an input that was played alone is played again while others wait for their place in the record', async () => {
  const stage = new RecordStage(noLines, given, new Set(['UPDATE-1/0']), true, () => undefined);
  const waiting = stage.lock.shared(() => stage.enter('UPDATE-1/0'));
  expect(await stage.lock.exclusive(async () => 'played')).toBe('played');
  await stage.feed();
  await waiting;
});
