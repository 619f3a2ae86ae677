import type { StoredAction } from '../../../reference/action/action.js';
import type { Page } from '../../../reference/list/page.js';
import type { ListQuery } from '../../../reference/list/query.js';
import type { Skiptoken } from '../../../reference/list/skiptoken.js';
import type { TopLimits } from '../../../reference/settings.js';
import type { Difference } from '../../server/difference.js';
import { offsetPages } from '../../server/offset-pages.js';
import { rejectWith } from '../../server/reject-with.js';
import { editRequest, on, respondInstead, type When } from '../../server/wire.js';

/** The position of a page in its list. */
export interface Position {
  readonly arranged: readonly StoredAction[];
  readonly query: ListQuery;
  readonly size: number;
  readonly topLimits: TopLimits;
  /** The revision of the collection when the first page was read. */
  readonly asOf: number;
  /** The number of actions before the page. */
  readonly offset: number;
}

/** Changes the query options of a list, in place, before they are read. */
export function readsOptions(edit: (options: URLSearchParams) => void): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        const options = new URLSearchParams(parameters);
        edit(options);
        return right.parseListQuery(options);
      },
    }),
  };
}

/** Changes the value of one query option of a list; removes the option when `edit` returns nothing. */
export function readsOption(
  name: string,
  edit: (value: string, options: URLSearchParams) => string | undefined,
): Difference {
  return readsOptions((options) => {
    const value = options.get(name);
    if (value === null) return;
    const other = edit(value, options);
    if (other === undefined) options.delete(name);
    else options.set(name, other);
  });
}

/** Changes the query of a list after it is read. */
export function readsQuery(parts: (query: ListQuery) => Partial<ListQuery>): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        const query = right.parseListQuery(parameters);
        return { ...query, ...parts(query) };
      },
    }),
  };
}

/** Replaces the decision whether an action matches a filter. */
export function filtersBy(
  matches: (filter: NonNullable<ListQuery['filter']>, action: StoredAction) => boolean,
): Difference {
  return readsQuery(({ filter }) => (filter ? { filter: (action) => matches(filter, action) } : {}));
}

/** Changes the pages of a list. */
export function cutsPages(
  edit: (page: Page, position: Position) => Partial<Page> & { readonly next?: Skiptoken | undefined },
): Difference {
  return {
    behaviour: (right) => ({
      selectPage: (arranged, query, at) => {
        const page = right.selectPage(arranged, query, at);
        const position = { arranged, query, ...at, offset: query.skiptoken?.offset ?? query.skip };
        const { next, ...cut } = { ...page, ...edit(page, position) };
        return next ? { ...cut, next } : cut;
      },
    }),
  };
}

/** Changes the link to the next page. */
export function writesLink(edit: (link: string) => string): Difference {
  return { behaviour: (right) => ({ nextLink: (url, token) => edit(right.nextLink(url, token)) }) };
}

/** The link to the next page lacks an option of the first page, and may have another token. */
export function linkWithout(name: string, edit: (token: Skiptoken) => Skiptoken = (token) => token): Difference {
  return {
    behaviour: (right) => ({
      nextLink: (url, token) => {
        const left = new URL(url);
        left.searchParams.delete(name);
        return right.nextLink(left, edit(token));
      },
    }),
  };
}

/** Lists with such a URL are rejected with this status. */
export function rejectsLists(which: (url: URL) => boolean, status: number): Difference {
  const broken: When = (seen) => on('list')(seen) && which(new URL(seen.request.url));
  return { fetch: respondInstead(broken, rejectWith(status)) };
}

/** Changes the `$filter` of a list before it is read. */
export function readsFilter(edit: (filter: string) => string): Difference {
  return readsOption('$filter', (filter) => edit(filter));
}

/** Replaces the comparison of a property with a text, in a filter that consists of it. */
export function readsTextOfFilter(
  matches: (value: string, text: string) => boolean,
  name: 'clientContext' | 'actionReason' = 'clientContext',
): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        const [, literal] = new RegExp(`^${name} eq '((?:[^']|'')*)'$`).exec(parameters.get('$filter') ?? '') ?? [];
        const query = right.parseListQuery(parameters);
        if (literal === undefined || !query.filter) return query;
        const text = literal.replaceAll("''", "'");
        return { ...query, filter: (action) => matches(action[name] ?? '\0', text) };
      },
    }),
  };
}

/** Lists are read with an offset, in an order that leaves actions of the same day in any order: the opposite one after the first page. */
export function tiedOffsets(pageSize: number): Difference {
  const day = (date: string) => date.slice(0, 10);
  return offsetPages(pageSize, (arranged, query) => {
    // As if another replica of the database gave the later pages.
    const tied = query.skiptoken ? arranged.toReversed() : arranged;
    return tied.toSorted((a, b) => day(b.createdDateTime).localeCompare(day(a.createdDateTime)));
  });
}

/** The same difference with pages of any length, except where a page size is preferred, so that long lists do not show it. */
export function onOnePage(difference: Difference): Difference {
  return { ...difference, options: { ...difference.options, pageSize: 100_000 } };
}

/** The same difference on a server that ignores preferences, so that only `$top` makes pages small. */
export function onPagesOfTop(difference: Difference): Difference {
  const fetch = editRequest(on('list'), (request) => {
    const headers = new Headers(request.headers);
    headers.delete('prefer');
    return new Request(request, { headers });
  });
  return { ...onOnePage(difference), fetch };
}
