import type { Behaviour } from '../../reference/behaviour.js';
import type { Difference, MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { valued } from '../../selftest/mutants/list/list.js';
import { ordered } from '../../selftest/mutants/list/order.js';

/** The elements of each page are sorted after it was cut. */
const sortsPages: Difference = {
  behaviour: (right) => ({
    arrange: (actions, { order: _, ...query }) => right.arrange(actions, query),
    selectPage: (arranged, query, at) => {
      const page = right.selectPage(arranged, query, at);
      return query.order ? { ...page, actions: page.actions.toSorted(query.order) } : page;
    },
  }),
};

function day(date: string): string {
  return `${date.slice(0, 10)}T00:00:00.000Z`;
}

/** The next page begins after the last value of this one, and what is made after the first of its kind is dated together. */
const stepsOverTies: MakesDifference = () => ({
  behaviour: (right) => ({
    newAction: dated(right.newAction),
    selectPage: (arranged, query, at) => {
      const { next, ...page } = right.selectPage(arranged, query, at);
      const last = page.actions.at(-1);
      const { order } = query;
      if (!next || !order || !last) return next ? { ...page, next } : page;
      const offset = arranged.findIndex((action) => order(last, action) < 0);
      return offset < 0 ? page : { ...page, next: { ...next, offset } };
    },
  }),
});

/** Of the actions with one `clientContext` the second one tells the time of those after it. */
function dated(make: Behaviour['newAction']): Behaviour['newAction'] {
  const batches = new Map<unknown, { readonly first: number; time?: number }>();
  return (body, from) => {
    const batch = batches.get(body.clientContext);
    if (!batch) batches.set(body.clientContext, { first: from.now });
    else batch.time ??= Math.max(from.now, batch.first + 1);
    return make(body, { ...from, now: batch?.time ?? from.now });
  };
}

export const mutants = [
  mutant(
    'LIST-19',
    'desc is ignored',
    valued('$orderby', (order) => order.replace(' desc', '')),
  ),
  mutant(
    'LIST-19',
    'a list is in no order but its own',
    valued('$orderby', () => undefined),
    { alsoFails: ['LIST-20'] },
  ),
  mutant('LIST-19', 'each page is sorted by itself', sortsPages),
  mutant(
    'LIST-19',
    'actions are sorted by the day',
    ordered(
      (order) => (left, right) =>
        order(
          { ...left, createdDateTime: day(left.createdDateTime) },
          { ...right, createdDateTime: day(right.createdDateTime) },
        ),
    ),
  ),
  mutant('LIST-19', 'the next page begins after the last value of this one', stepsOverTies),
];
