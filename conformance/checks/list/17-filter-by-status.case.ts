import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member, type ObservedObject } from '../../engine/evidence/reply.js';
import { expectEqual, expectOneOf, expectRead, expectThat } from '../../engine/judge/expect.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';
import { isFinalStatus, type OperationStatus } from '../../model/lifecycle.js';
import { holdsAll, idsOf, quoted } from './_own-actions.js';
import { inEveryStatus } from './_actions-by-status.js';

/** A filter that speaks of the status, and which statuses match it; `mine` narrows it to the actions of the case. */
interface Filter {
  readonly says: string;
  readonly filter: (mine: string, action: Action) => string;
  readonly matches: (status: unknown) => boolean;
}

const is =
  (...wanted: readonly OperationStatus[]) =>
  (status: unknown) =>
    wanted.some((one) => one === status);
const finalOnes: Filter['filter'] = (mine) => `(status eq 'Completed' or status eq 'Failed') and ${mine}`;
const provider = (action: Action) => quoted(String(member(action.vendorInformation, 'provider')));

/** A target may refuse what goes beyond one comparison; what it answers has to match. */
const inputs: readonly Filter[] = [
  { says: 'eq alone', filter: () => "status eq 'Completed'", matches: is('Completed') },
  { says: 'eq alone, on what is new', filter: () => "status eq 'NotStarted'", matches: is('NotStarted') },
  { says: 'and', filter: (mine) => `${mine} and status eq 'Failed'`, matches: is('Failed') },
  { says: 'or in parentheses', filter: finalOnes, matches: is('Completed', 'Failed') },
  {
    says: 'and before or',
    filter: (mine) => `${mine} and status eq 'Running' or ${mine} and status eq 'Failed'`,
    matches: is('Running', 'Failed'),
  },
  {
    says: 'not',
    filter: (mine) => `${mine} and not (status eq 'Running')`,
    matches: is('NotStarted', 'Completed', 'Failed'),
  },
  {
    says: 'a nested property',
    filter: (mine, action) => `status eq 'Running' and vendorInformation/provider eq ${provider(action)} and ${mine}`,
    matches: is('Running'),
  },
  {
    says: 'a date',
    filter: (mine, action) =>
      `${mine} and createdDateTime ge ${String(action.createdDateTime)} and status eq 'NotStarted'`,
    matches: is('NotStarted'),
  },
  {
    says: 'a date in another zone',
    filter: (mine, action) =>
      `${mine} and createdDateTime ge ${fromFurtherEast(action.createdDateTime)} and status eq 'NotStarted'`,
    matches: is('NotStarted'),
  },
];

export default scenario('LIST-17', {
  each: inputs,
  named: ({ says }) => says,
  given: async (world) => {
    const shown = await inEveryStatus(world);
    return { ...shown, mine: `${shown.by} eq ${quoted(shown.text)}` };
  },
  when: async (world, { actions, mine }, { filter, matches }) => {
    const query = { $filter: filter(mine, actions[0]) };
    // What moves by itself may match no more when it is listed; what has ended stays as it is.
    const moves = await world.movesByItself();
    const matching = actions.filter(({ status }) => matches(status) && (!moves || isFinalStatus(status)));
    const wanted = matching.map(({ id }) => id);
    const read = () => world.pages({ query });
    const pages = await world.eventually(
      read,
      (seen) => (seen[0]?.status ?? 0) >= 400 || holdsAll(elementsOf(seen), wanted),
    );
    return { pages, wanted, narrowed: query.$filter.includes(mine) };
  },
  then: ({ pages, wanted, narrowed }, { by, text }, { matches }) => {
    const [first] = pages;
    if (first && first.status >= 400) return expectOneOf(refusal(first.status), ['4xx', 501], 'status', first.exchange);
    pages.forEach(expectRead);
    const elements = elementsOf(pages);
    const others = elements
      .filter((element) => !matches(element.status) || (narrowed && element[by] !== text))
      .map(({ id, status, [by]: marked }: ObservedObject) => ({ id, status, [by]: marked }));
    expectEqual(others, [], 'the elements that do not match', first?.exchange);
    const shown = new Set(idsOf(elements));
    const received = wanted.filter((id) => !shown.has(id));
    expectThat(received.length === 0, {
      expected: 'all actions that match',
      received: { missing: received },
      at: '/value',
      exchange: first?.exchange,
    });
  },
});

/** The same instant as a clock five and a half hours ahead shows it. */
function fromFurtherEast(date: unknown): string {
  const shown = instant(date);
  if (shown === undefined) throw new Inconclusive('createdDateTime of a new action is no date');
  return `${new Date(Number(shown / millisecond) + 19_800_000).toISOString().slice(0, -1)}+05:30`;
}

function refusal(status: number): string | number {
  return status < 500 ? '4xx' : status;
}
