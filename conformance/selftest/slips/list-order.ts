import type { Behaviour } from '../../reference/behaviour.js';
import type { ListQuery } from '../../reference/list/query.js';
import type { Difference, MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { understood, valued } from './_list.js';
import { listsPage } from './_shown.js';

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

/** Elements of lists with `$select` have these members as well. */
function alwaysShows(name: string): Difference {
  return {
    behaviour: (right) => ({
      present: (action, select) => right.present(action, select && new Set([...select, name])),
    }),
  };
}

/** A list selects other properties than it was asked for. */
function selects(edit: (names: string) => string | undefined): Difference {
  return valued('$select', edit);
}

type Order = NonNullable<ListQuery['order']>;

/** A list that is asked for an order is put in another one. */
function ordered(other: (order: Order) => Order): Difference {
  return understood(({ order }) => (order ? { order: other(order) } : {}));
}

export const slips = [
  slip(
    'LIST-19',
    'desc is ignored',
    valued('$orderby', (order) => order.replace(' desc', '')),
  ),
  slip(
    'LIST-19',
    'a list is in no order but its own',
    valued('$orderby', () => undefined),
    { relatives: ['LIST-20'] },
  ),
  slip('LIST-19', 'each page is sorted by itself', sortsPages),
  slip(
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
  slip('LIST-19', 'the next page begins after the last value of this one', stepsOverTies),
  slip(
    'LIST-20',
    'what is null comes last',
    ordered(
      (order) => (left, right) =>
        Number(left.actionReason === null) - Number(right.actionReason === null) || order(left, right),
    ),
  ),
  slip(
    'LIST-21',
    'a list selects the first property alone',
    selects((names) => names.split(',')[0] ?? names),
  ),
  slip(
    'LIST-21',
    'a list takes no notice of $select when it is filtered',
    valued('$select', (names, options) => (options.has('$filter') ? undefined : names)),
    { relatives: ['LIST-8'] },
  ),
  slip('LIST-21', 'complex properties are always shown', alwaysShows('vendorInformation'), {
    relatives: ['LIST-8', 'GET-6'],
  }),
  slip(
    'LIST-21',
    'what was not selected is null',
    listsPage(({ entities }) => ({ entities: entities.map(filled) })),
    { relatives: ['LIST-8'] },
  ),
  slip(
    'LIST-21',
    'a collection cannot be selected',
    selects((names) => names.replace(/,?parameters/, '') || 'id'),
  ),
];

function day(date: string): string {
  return `${date.slice(0, 10)}T00:00:00.000Z`;
}

/** The element with a null for each property that it lacks. */
function filled(action: Json): Json {
  return { name: null, status: null, user: null, ...action };
}
