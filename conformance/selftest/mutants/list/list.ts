import type { Action } from '../../../reference/action/action.js';
import type { Page } from '../../../reference/list/page.js';
import type { ListQuery } from '../../../reference/list/query.js';
import type { Skiptoken } from '../../../reference/list/skiptoken.js';
import type { Difference } from '../../server/difference.js';
import { refused } from '../../server/refused.js';
import { instead, on, type When } from '../../server/wire.js';

/** Where a page stands in its listing. */
export interface Place {
  readonly arranged: readonly Action[];
  readonly query: ListQuery;
  readonly size: number;
  /** The number of writes after which the listing began. */
  readonly asOf: number;
  /** How many actions stand before the page. */
  readonly offset: number;
}

/** The list takes its options for others; `edit` changes them in place. */
export function asked(edit: (options: URLSearchParams) => void): Difference {
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

/** The list takes the value of one option for another. */
export function valued(
  name: string,
  edit: (value: string, options: URLSearchParams) => string | undefined,
): Difference {
  return asked((options) => {
    const value = options.get(name);
    if (value === null) return;
    const other = edit(value, options);
    if (other === undefined) options.delete(name);
    else options.set(name, other);
  });
}

/** The list understands its options otherwise than they were meant. */
export function understood(parts: (query: ListQuery) => Partial<ListQuery>): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        const query = right.parseListQuery(parameters);
        return { ...query, ...parts(query) };
      },
    }),
  };
}

/** What matches a filter depends on more than the filter. */
export function matched(matches: (filter: NonNullable<ListQuery['filter']>, action: Action) => boolean): Difference {
  return understood(({ filter }) => (filter ? { filter: (action) => matches(filter, action) } : {}));
}

/** Pages are cut otherwise. */
export function cut(
  edit: (page: Page, place: Place) => Partial<Page> & { readonly next?: Skiptoken | undefined },
): Difference {
  return {
    behaviour: (right) => ({
      selectPage: (arranged, query, at) => {
        const page = right.selectPage(arranged, query, at);
        const place = { arranged, query, ...at, offset: query.skiptoken?.offset ?? query.skip };
        const { next, ...cut } = { ...page, ...edit(page, place) };
        return next ? { ...cut, next } : cut;
      },
    }),
  };
}

/** The link to the next page is written otherwise. */
export function linked(edit: (link: string) => string): Difference {
  return { behaviour: (right) => ({ nextLink: (url, token) => edit(right.nextLink(url, token)) }) };
}

/** The next page is asked for without an option of the first one, and perhaps with another token. */
export function forgets(name: string, edit: (token: Skiptoken) => Skiptoken = (token) => token): Difference {
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

/** Lists that are asked for so are refused, with this status. */
export function refusesLists(which: (url: URL) => boolean, status: number): Difference {
  const broken: When = (seen) => on('list')(seen) && which(new URL(seen.request.url));
  return { fetch: instead(broken, refused(status)) };
}

/** The list reads another filter than it was sent. */
export function filtered(edit: (filter: string) => string): Difference {
  return valued('$filter', (filter) => edit(filter));
}

/** On pages that are small only where that is preferred, so that what a mutant does to pages does not show in long lists. */
export function wide(difference: Difference): Difference {
  return { ...difference, options: { pageSize: 100_000 } };
}
