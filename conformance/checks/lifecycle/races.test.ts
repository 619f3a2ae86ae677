import { expect, test } from 'vitest';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { RunEvent } from '../../engine/run/events.js';
import { conform } from '../../index.js';
import { embeddedTarget } from '../../targets.js';
import { raceKinds } from './_race-kinds.js';

async function decided(races: number) {
  let isProbed = false;
  const exchanges: Exchange[] = [];
  const { target, close } = await embeddedTarget('reference');
  const only = ({ id }: { readonly id: string }) => id === 'LIFECYCLE-16';
  // The number of creates of the probe depends on the clock.
  const observe = (exchange: Exchange) => isProbed && exchanges.push(exchange);
  const emit = ({ type }: RunEvent) => {
    isProbed ||= type === 'probed';
  };
  const { results } = await conform(target, { seed: 1, races, only, observe }, emit).finally(close);
  const result = results.find(only);
  const creates = exchanges.filter(({ operation, defect }) => operation === 'create' && !defect).length;
  return { outcome: result?.outcome, why: result?.reason.detail, judged: result?.judged, creates };
}

test('without rounds LIFECYCLE-16 is not applicable and the reason names the option', async () => {
  const { outcome, why } = await decided(0);
  expect(outcome).toBe('not-applicable');
  expect(why).toMatch(/--races 0/);
});

// On a busy machine the requests of a round may not overlap; then there is another round.
test('an order explains every round on the reference, without the control action', { retry: 8 }, async () => {
  const [none, two] = [await decided(0), await decided(2)];
  expect(two).toMatchObject({ outcome: 'passed', judged: 2 * raceKinds.length });
  expect(two.creates - none.creates).toBe(2 * raceKinds.length);
});
