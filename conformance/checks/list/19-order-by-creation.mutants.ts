import type { Behaviour } from '../../reference/behaviour.js';
import { mutant } from '../../selftest/mutant.js';
import { readsOption } from '../../selftest/mutants/list/list.js';
import { readsOrder } from '../../selftest/mutants/list/order.js';
import type { Difference, MakesDifference } from '../../selftest/server/difference.js';

/** Sorts the elements of each page after the list is split into pages. */
const sortsEachPage: Difference = {
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

/** Starts the next page after the last value of this page. All actions of a batch but the first get the same creation time. */
const skipsEqualValues: MakesDifference = () => ({
  behaviour: (right) => ({
    newAction: withEqualTimes(right.newAction),
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

/** Gives the second action with a `clientContext` and all later ones the same creation time. */
function withEqualTimes(make: Behaviour['newAction']): Behaviour['newAction'] {
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
    '$orderby ignores desc',
    readsOption('$orderby', (order) => order.replace(' desc', '')),
    { alsoFails: ['LIST-8'] },
  ),
  mutant(
    'LIST-19',
    '$orderby is ignored',
    { ...readsOption('$orderby', () => undefined), declared: { offers: ['orderby'] } },
    { alsoFails: ['LIST-8', 'LIST-20'] },
  ),
  mutant('LIST-19', '$orderby sorts each page separately', sortsEachPage, { alsoFails: ['LIST-8'] }),
  mutant(
    'LIST-19',
    '$orderby compares only the day',
    readsOrder(
      (order) => (left, right) =>
        order(
          { ...left, createdDateTime: day(left.createdDateTime) },
          { ...right, createdDateTime: day(right.createdDateTime) },
        ),
    ),
    { alsoFails: ['LIST-8'] },
  ),
  mutant('LIST-19', '$orderby skips elements with equal values at the end of a page', skipsEqualValues, {
    alsoFails: ['LIST-8'],
  }),
];
