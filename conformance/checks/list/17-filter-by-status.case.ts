import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member, type ObservedObject, type Reply } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { untilShown } from '../../engine/world/in-time.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import { instant, isTimestamp, millisecond } from '../../model/instant.js';
import { isFinalStatus, type OperationStatus } from '../../model/lifecycle.js';
import { addInEveryStatus, createInEveryStatus } from './_actions-by-status.js';
import { Batch } from './_batch.js';
import { containsAll, filterLiteral, idsOf } from './_own-actions.js';
import { expectListRejection } from './_rejection.js';

/** A filter on `status`, and which statuses match it. `own` is a comparison that limits the filter to the actions of the case. */
interface StatusFilter {
  readonly name: string;
  readonly filter: (own: string, action: Action) => string;
  readonly matches: (status: unknown) => boolean;
}

const is =
  (...expected: readonly OperationStatus[]) =>
  (status: unknown) =>
    expected.some((one) => one === status);
const finalOnes: StatusFilter['filter'] = (own) => `(status eq 'Completed' or status eq 'Failed') and ${own}`;
const provider = (action: Action) => filterLiteral(String(member(action.vendorInformation, 'provider')));

/** A target may reject filters with more than one comparison. A list that it returns must match. */
const inputs: readonly StatusFilter[] = [
  { name: 'eq', filter: () => "status eq 'Completed'", matches: is('Completed') },
  { name: 'eq with the status of a new action', filter: () => "status eq 'NotStarted'", matches: is('NotStarted') },
  { name: 'and', filter: (own) => `${own} and status eq 'Failed'`, matches: is('Failed') },
  { name: 'or in parentheses', filter: finalOnes, matches: is('Completed', 'Failed') },
  {
    name: 'and before or',
    filter: (own) => `${own} and status eq 'Running' or ${own} and status eq 'Failed'`,
    matches: is('Running', 'Failed'),
  },
  {
    name: 'not',
    filter: (own) => `${own} and not (status eq 'Running')`,
    matches: is('NotStarted', 'Completed', 'Failed'),
  },
  {
    name: 'a nested property',
    filter: (own, action) => `status eq 'Running' and vendorInformation/provider eq ${provider(action)} and ${own}`,
    matches: is('Running'),
  },
  {
    name: 'a date',
    filter: (own, action) =>
      `${own} and createdDateTime ge ${asLiteral(action.createdDateTime)} and status eq 'NotStarted'`,
    matches: is('NotStarted'),
  },
  {
    name: 'a date with an offset',
    filter: (own, action) =>
      `${own} and createdDateTime ge ${withOffset(action.createdDateTime)} and status eq 'NotStarted'`,
    matches: is('NotStarted'),
  },
];

export default scenario('LIST-17', {
  listsAll: true,
  each: inputs,
  named: ({ name }) => name,
  given: async (world) => {
    const shown = await world.shared.once('actions', async (world) => {
      // Actions that match only where the filter ignores the text of the case.
      await addInEveryStatus(world, new Batch(world, "it's"));
      return createInEveryStatus(world);
    });
    return { ...shown, own: `${shown.property} eq ${filterLiteral(shown.text)}` };
  },
  when: async (world, { actions, own, property, text }, { filter, matches }) => {
    const query = { $filter: filter(own, actions[0]) };
    const idsOfMatching = (isLasting: (status: unknown) => boolean) =>
      actions.filter(({ status }) => matches(status) && isLasting(status)).map(({ id }) => id);
    const read = () => world.pages({ query });
    const limited = query.$filter.includes(own);
    const isForeign = (element: ObservedObject) => !matches(element.status) || (limited && element[property] !== text);
    const isDecided = (seen: readonly Reply[], ids: readonly string[]) => {
      const elements = elementsOf(seen);
      return (seen[0]?.status ?? 0) >= 400 || elements.some(isForeign) || containsAll(elements, ids);
    };
    const all = idsOfMatching(() => true);
    const first = await read();
    if (isDecided(first, all)) return { pages: first, matchingIds: all, isForeign };
    // An action that moves by itself may no longer match when it is listed. A finished action does not change.
    const matchingIds = (await world.movesByItself()) ? idsOfMatching(isFinalStatus) : all;
    // The list may be behind (CREATE-10), but it never shows what does not match.
    const pages = await untilShown(world, 'the list showed new actions', read, (seen) => isDecided(seen, matchingIds));
    return { pages, matchingIds, isForeign };
  },
  then: ({ pages, matchingIds, isForeign }, { property }) => {
    const [first] = pages;
    if (first && first.status >= 400) return expectListRejection(first);
    pages.forEach(expectSuccess);
    const elements = elementsOf(pages);
    const others = elements
      .filter(isForeign)
      .map(({ id, status, [property]: shownText }: ObservedObject) => ({ id, status, [property]: shownText }));
    expectThat(others.length === 0, {
      message: 'the list shows elements that do not match the filter',
      expected: 'only elements that match the filter',
      received: others,
      at: '/value',
      exchange: first?.exchange,
    });
    const shown = new Set(idsOf(elements));
    const missing = matchingIds.filter((id) => !shown.has(id));
    expectThat(missing.length === 0, {
      message: 'the list does not show all actions that match the filter',
      expected: 'all actions that match the filter',
      received: `no elements with the ids ${missing.join(', ')}`,
      at: '/value',
      exchange: first?.exchange,
    });
  },
});

/** A date as a literal: as the target wrote it, unless that is no timestamp (RESOURCE-8). */
function asLiteral(date: unknown): string {
  return isTimestamp(date) ? String(date) : `${shifted(date, 0)}Z`;
}

/** The same instant with the offset +05:30. */
function withOffset(date: unknown): string {
  return `${shifted(date, 19_800_000)}+05:30`;
}

/** The date without a zone, so many milliseconds later. */
function shifted(date: unknown, byMs: number): string {
  const shown = instant(date);
  if (shown === undefined) throw new Inconclusive('createdDateTime of a new action is not a date');
  return new Date(Number(shown / millisecond) + byMs).toISOString().slice(0, -1);
}
