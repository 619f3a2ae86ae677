import { isDeepStrictEqual } from 'node:util';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { idsOf } from './_own-actions.js';

/** Throws {@link Inconclusive} if an element shows a `createdDateTime` that is not a date, because its order cannot be judged. */
export function requireDates(pages: readonly Reply[]): void {
  if (!haveDates(pages))
    throw new Inconclusive('the list shows an element whose createdDateTime is not a date', pages[0]?.exchange);
}

/** Whether every element on the pages shows a `createdDateTime` that is a date. */
export function haveDates(pages: readonly Reply[]): boolean {
  return elementsOf(pages).every(({ createdDateTime }) => instant(createdDateTime) !== undefined);
}

/** Expects the pages together to show each of these ids once, and no other id. */
export function expectEachOnce(pages: readonly Reply[], ids: readonly string[]): void {
  const shown = idsOf(elementsOf(pages));
  expectThat(isDeepStrictEqual(shown.toSorted(), ids.toSorted()), {
    message: 'the sorted pages do not show each action of this case once',
    expected: `elements with the ids ${ids.join(', ')}, in any order`,
    received: `elements with the ids ${shown.join(', ') || '(none)'}`,
    at: '/value',
    exchange: pages[0]?.exchange,
  });
}

/** Expects the elements of all pages in descending order of `createdDateTime`. Elements with equal times may be in any order. */
export function expectLatestFirst(pages: readonly Reply[]): void {
  expectSorted(pages, 'descending', (time, before) => time <= before);
}

/** Expects the elements of all pages in ascending order of `createdDateTime`. Elements with equal times may be in any order. */
export function expectEarliestFirst(pages: readonly Reply[]): void {
  expectSorted(pages, 'ascending', (time, before) => time >= before);
}

function expectSorted(
  pages: readonly Reply[],
  direction: 'ascending' | 'descending',
  follows: (time: bigint, before: bigint) => boolean,
): void {
  const dates = elementsOf(pages).map(({ createdDateTime }) => createdDateTime);
  const times = dates.flatMap((date) => instant(date) ?? []);
  const sorted =
    times.length === dates.length &&
    times.every((time, index) => index === 0 || follows(time, times[index - 1] ?? time));
  expectThat(sorted, {
    message: 'the list is not sorted by createdDateTime',
    expected: `createdDateTime in ${direction} order`,
    received: dates,
    at: '/value',
    exchange: pages[0]?.exchange,
  });
}
