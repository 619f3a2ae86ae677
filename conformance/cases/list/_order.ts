import { expectThat } from '../../kit/expect.js';
import { instant } from '../../kit/instant.js';
import type { Reply } from '../../kit/reply.js';
import { elementsOf } from '../../kit/world.js';

/** Expects the elements of all pages to be in descending order of `createdDateTime`; the same time may come in any order. */
export function expectLatestFirst(pages: readonly Reply[]): void {
  const dates = elementsOf(pages).map(({ createdDateTime }) => createdDateTime);
  const times = dates.flatMap((date) => instant(date) ?? []);
  const sorted =
    times.length === dates.length && times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
  expectThat(sorted, {
    expected: 'createdDateTime in descending order',
    received: dates,
    at: '/value',
    exchange: pages[0]?.exchange,
  });
}
