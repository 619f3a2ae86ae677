import { expect, test } from 'vitest';
import { allChecks } from '../checks/registry.js';
import { drawFrom } from '../engine/world/draw.js';
import { allSlips } from './load.js';
import { proveWhole } from './prove.js';
import { nameOf } from './slip.js';

const slips = (await allSlips()).filter(({ by }) => by === 'sequences');

/** Few, drawn from a seed; `npm run proof -- --whole` looks at all. */
const draw = drawFrom(1, 'sequence slips');
const drawn = [1, 2].flatMap(() => slips[draw.integer(slips.length)] ?? []);

test('there are slips that only sequences find', () => {
  expect(slips.length).toBeGreaterThan(25);
});

test.each(drawn.map((slip) => ({ name: nameOf(slip), slip })))(
  'no case comes upon: $name',
  async ({ slip }) => {
    const { lost, strays } = await proveWhole(slip, await allChecks());
    expect([...lost, ...strays]).toEqual([]);
  },
  120_000,
);
