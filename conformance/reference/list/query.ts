import { type Filter, parseFilter } from './filter.js';
import { readOptions, truth, wholeNumber } from './options.js';
import { type Order, parseOrder } from './order.js';
import { parseSelect } from './select.js';
import { readSkiptoken, type Skiptoken } from './skiptoken.js';

/** What a client asks of a list. */
export interface ListQuery {
  readonly top?: number;
  readonly skip: number;
  readonly count: boolean;
  readonly select?: ReadonlySet<string>;
  readonly filter?: Filter;
  /** Without it, actions are listed in the order of their creation. */
  readonly order?: Order;
  /** Set when the request follows a link to a further page. */
  readonly skiptoken?: Skiptoken;
}

/** Reads the query options of a list (LIST-9 to LIST-22); a broken one is refused with 400. */
export function parseListQuery(parameters: URLSearchParams): ListQuery {
  const options = readOptions(parameters);
  const top = wholeNumber(options, '$top');
  const select = parseSelect(options.get('$select'));
  const filter = options.get('$filter');
  const order = options.get('$orderby');
  const skiptoken = options.get('$skiptoken');
  return {
    skip: wholeNumber(options, '$skip') ?? 0,
    count: truth(options, '$count'),
    ...(top !== undefined && { top }),
    ...(select && { select }),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(order !== undefined && { order: parseOrder(order) }),
    ...(skiptoken !== undefined && { skiptoken: readSkiptoken(skiptoken) }),
  };
}

/** What a client asks of a single action: `$select` alone has a meaning there (GET-5). */
export function parseItemQuery(parameters: URLSearchParams): Pick<ListQuery, 'select'> {
  const select = parseSelect(readOptions(parameters).get('$select'));
  return select ? { select } : {};
}
