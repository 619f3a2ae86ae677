import type { StoredAction } from '../../reference/action/action.js';
import type { Difference } from '../server/difference.js';
import { offsetPages } from '../server/offset-pages.js';
import { editJson, editRequest, on } from '../server/wire.js';
import { variant } from '../variant.js';
import { ignoring } from './features.js';

/** New actions are listed only after this time. */
function listedAfter(afterMs: number): () => Difference {
  return () => {
    const createdAt = new Map<string, number>();
    const listed = ({ id }: StoredAction) => performance.now() - (createdAt.get(id) ?? 0) >= afterMs;
    return {
      behaviour: (right) => ({
        newAction: (body, context) => {
          createdAt.set(context.id, performance.now());
          return right.newAction(body, context);
        },
        arrange: (actions, query) => right.arrange(actions.filter(listed), query),
      }),
      run: { settleMs: 1_000 },
    };
  };
}

/** Newest first, as `ORDER BY created DESC LIMIT n OFFSET m` gives the pages. */
export const newestFirst = (pageSize: number) => offsetPages(pageSize, (arranged) => arranged.toReversed());

export const variants = [
  variant(
    'pages of 10 begin with the newest action, without query options',
    ['order of the list', 'page size', 'options'],
    {
      ...newestFirst(10),
      ...ignoring('top', 'skip', 'count', 'select', 'orderby', 'filter'),
    },
  ),
  variant(
    'pages of 50 begin with the newest action, without query options',
    ['order of the list', 'page size', 'options'],
    {
      ...newestFirst(50),
      ...ignoring('top', 'skip', 'count', 'select', 'orderby', 'filter'),
    },
  ),
  variant('the preferred page size is ignored', 'page size', {
    fetch: editRequest(on('list'), (request) => {
      const headers = new Headers(request.headers);
      headers.delete('prefer');
      return new Request(request, { headers });
    }),
  }),
  variant('pages have 1 element', 'page size', { options: { pageSize: 1 } }),
  variant('pages have 10 elements', 'page size', { options: { pageSize: 10 } }),
  variant('pages have 49 elements', 'page size', { options: { pageSize: 49 } }),
  variant('lists have one page', 'page size', { options: { pageSize: 100_000 } }),
  variant('lists begin with the newest action', 'order of the list', {
    behaviour: (right) => ({
      arrange: (actions, query) =>
        query.order ? right.arrange(actions, query) : right.arrange(actions, query).toReversed(),
    }),
  }),
  variant('lists are in the order of ids', 'order of the list', {
    behaviour: (right) => ({
      arrange: (actions, query) =>
        query.order
          ? right.arrange(actions, query)
          : right.arrange(actions, query).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  }),
  variant('pages shift while actions are created', ['order of the list', 'page size'], newestFirst(10)),
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
  variant('$top is the length of the list', 'top', { options: { topLimits: 'list' } }),
  variant('next links have an additional parameter', 'next link', {
    behaviour: (right) => ({ nextLink: (url, token) => `${right.nextLink(url, token)}&sessionId=a%20b%2F` }),
  }),
  variant('new actions are listed after 40 ms', 'list delay', listedAfter(40)),
  variant('new actions are listed after 150 ms', 'list delay', listedAfter(150)),
  variant('lists always have a count', 'count', {
    behaviour: (right) => ({ parseListQuery: (parameters) => ({ ...right.parseListQuery(parameters), count: true }) }),
  }),
  variant('the next link of the last page is null', 'last page', {
    fetch: editJson(on('list', 200), (body) => ({ '@odata.nextLink': null, ...body })),
  }),
  variant(
    'query options require the $',
    'dollar',
    {
      behaviour: (right) => ({
        parseListQuery: (parameters) =>
          right.parseListQuery(new URLSearchParams([...parameters].filter(([name]) => name.startsWith('$')))),
      }),
    },
    { doesNotFollow: ['LIST-22'] },
  ),
  variant('lists have annotations', 'annotated list', {
    fetch: editJson(on('list', 'success'), (body) => ({ '@odata.metadataEtag': 'x', ...body, '@nextExpected': [] })),
  }),
];
