import type { StoredAction } from '../action/action.js';
import type { TopLimits } from '../settings.js';
import type { ListQuery } from './query.js';
import type { Skiptoken } from './skiptoken.js';

/** One page of a listing. */
export interface Page {
  readonly actions: readonly StoredAction[];
  /** The number of matches on all pages, regardless of `$top` and `$skip` (LIST-14, LIST-15). */
  readonly total: number;
  /** Absent on the last page (LIST-7). */
  readonly next?: Skiptoken | undefined;
}

/** The matching actions in the requested order. Equal actions stay in the order of their creation, so that the order is always the same. */
export function arrange(actions: readonly StoredAction[], { filter, order }: ListQuery): readonly StoredAction[] {
  const matching = filter ? actions.filter(filter) : actions;
  return order ? matching.toSorted(order) : matching;
}

/** How a list is split into pages. */
export interface Paging extends Pick<Skiptoken, 'asOf' | 'size'> {
  readonly topLimits: TopLimits;
}

/** The requested page of the arranged actions: applies `$skip` first, then `$top`, then the page size (LIST-9 to LIST-12). */
export function selectPage(arranged: readonly StoredAction[], query: ListQuery, paging: Paging): Page {
  const { asOf } = paging;
  const { offset, size, left } = query.skiptoken ?? beginning(query, paging);
  const end = Math.min(arranged.length, offset + (left ?? Number.POSITIVE_INFINITY));
  const actions = arranged.slice(offset, Math.min(end, offset + size));
  const reached = offset + actions.length;
  const page = { actions, total: arranged.length };
  if (reached >= end) return page;
  return { ...page, next: { asOf, offset: reached, size, ...(left !== undefined && { left: left - actions.length }) } };
}

function beginning({ skip, top }: ListQuery, { asOf, size, topLimits }: Paging): Skiptoken {
  if (top === undefined) return { asOf, offset: skip, size };
  // A page of no actions would be followed by others without end.
  if (topLimits === 'list' || top === 0) return { asOf, offset: skip, size, left: top };
  return { asOf, offset: skip, size: Math.min(size, top) };
}
