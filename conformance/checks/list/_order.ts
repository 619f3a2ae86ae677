import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';

/** Throws {@link Inconclusive} where an element shows a `createdDateTime` that is no date: nothing can be said about its order. */
export function needDates(pages: readonly Reply[]): void {
  const strange = elementsOf(pages).find(({ createdDateTime }) => instant(createdDateTime) === undefined);
  if (strange) throw new Inconclusive('the list shows an element without a date of its creation', pages[0]?.exchange);
}

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
