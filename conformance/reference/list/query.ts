import { type Filter, parseFilter } from './filter.js';
import { booleanOption, integerOption, readOptions } from './options.js';
import { type Order, parseOrder } from './order.js';
import { parseSelect } from './select.js';
import { readSkiptoken, type Skiptoken } from './skiptoken.js';

/** The parsed query of a list request. */
export interface ListQuery {
  readonly top?: number;
  readonly skip: number;
  readonly count: boolean;
  readonly select?: ReadonlySet<string>;
  readonly filter?: Filter;
  /** Actions are listed in the order of their creation when absent. */
  readonly order?: Order;
  /** Set when the request follows a next link. */
  readonly skiptoken?: Skiptoken;
}

/** Parses the query options of a list (LIST-9 to LIST-22). An invalid option is rejected with 400. */
export function parseListQuery(parameters: URLSearchParams): ListQuery {
  const options = readOptions(parameters);
  const top = integerOption(options, '$top');
  const select = parseSelect(options.get('$select'));
  const filter = options.get('$filter');
  const order = options.get('$orderby');
  const skiptoken = options.get('$skiptoken');
  return {
    skip: integerOption(options, '$skip') ?? 0,
    count: booleanOption(options, '$count'),
    ...(top !== undefined && { top }),
    ...(select && { select }),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(order !== undefined && { order: parseOrder(order) }),
    ...(skiptoken !== undefined && { skiptoken: readSkiptoken(skiptoken) }),
  };
}

/** Parses the query options of a get, where only `$select` has a meaning (GET-5). */
export function parseItemQuery(parameters: URLSearchParams): Pick<ListQuery, 'select'> {
  const select = parseSelect(readOptions(parameters).get('$select'));
  return select ? { select } : {};
}
