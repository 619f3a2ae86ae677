import type { Action } from '../../reference/action/action.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';
import { editJson, on } from '../server/wire.js';

/** New actions are listed only after a while. */
function slow(afterMs: number): () => Difference {
  return () => {
    const born = new Map<string, number>();
    const listed = ({ id }: Action) => performance.now() - (born.get(id) ?? 0) >= afterMs;
    return {
      behaviour: (right) => ({
        newAction: (body, context) => {
          born.set(context.id, performance.now());
          return right.newAction(body, context);
        },
        arrange: (actions, query) => right.arrange(actions.filter(listed), query),
      }),
      run: { settleMs: 1_000 },
    };
  };
}

export const variants = [
  variant('pages hold ten', 'page size', { options: { pageSize: 10 } }),
  variant('pages hold forty-nine', 'page size', { options: { pageSize: 49 } }),
  variant('there is one page', 'page size', { options: { pageSize: 100_000 } }),
  variant('the newest is listed first', 'order of the list', {
    behaviour: (right) => ({
      arrange: (actions, query) =>
        query.order ? right.arrange(actions, query) : right.arrange(actions, query).toReversed(),
    }),
  }),
  variant('the list is in the order of ids', 'order of the list', {
    behaviour: (right) => ({
      arrange: (actions, query) =>
        query.order
          ? right.arrange(actions, query)
          : right.arrange(actions, query).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  }),
  variant('a full last page is followed by an empty one', 'end of the list', {
    behaviour: (right) => ({
      selectPage: (arranged, query, at) => {
        const page = right.selectPage(arranged, query, at);
        if (page.next || query.top !== undefined || page.actions.length < at.size) return page;
        return {
          ...page,
          next: { asOf: at.asOf, size: at.size, offset: (query.skiptoken?.offset ?? query.skip) + page.actions.length },
        };
      },
    }),
  }),
  variant('$top is the size of a page', 'top', {
    behaviour: (right) => ({
      selectPage: (arranged, query, at) => {
        const { top, ...rest } = query;
        return right.selectPage(arranged, rest, { ...at, size: Math.min(at.size, top ?? at.size) || 1 });
      },
    }),
  }),
  variant('next links carry what nobody asked for', 'next link', {
    behaviour: (right) => ({ nextLink: (url, token) => `${right.nextLink(url, token)}&sessionId=a%20b%2F` }),
  }),
  variant('new actions are listed after a moment', 'list delay', slow(40)),
  variant('new actions are listed after a while', 'list delay', slow(150)),
  variant('lists tell their count unasked', 'count', {
    behaviour: (right) => ({ parseListQuery: (parameters) => ({ ...right.parseListQuery(parameters), count: true }) }),
  }),
  variant(
    'options need their $',
    'dollar',
    {
      behaviour: (right) => ({
        parseListQuery: (parameters) =>
          right.parseListQuery(new URLSearchParams([...parameters].filter(([name]) => name.startsWith('$')))),
      }),
    },
    { givesUp: ['LIST-22'] },
  ),
  variant('lists have annotations', 'annotated list', {
    fetch: editJson(on('list', 'success'), (body) => ({ '@odata.metadataEtag': 'x', ...body, '@nextExpected': [] })),
  }),
];
