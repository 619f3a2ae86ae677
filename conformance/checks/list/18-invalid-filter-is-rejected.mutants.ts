import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import { readsFilter } from '../../selftest/mutants/list/list.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Parses other options in place of those with an invalid `$filter`. */
function onInvalidFilter(replace: (parameters: URLSearchParams) => URLSearchParams): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        try {
          return right.parseListQuery(parameters);
        } catch (error) {
          if (!parameters.has('$filter')) throw error;
          return right.parseListQuery(replace(new URLSearchParams(parameters)));
        }
      },
    }),
  };
}

/** Returns the same options with another filter, or without a filter. */
function withFilter(filter?: string): (parameters: URLSearchParams) => URLSearchParams {
  return (parameters) => {
    if (filter === undefined) parameters.delete('$filter');
    else parameters.set('$filter', filter);
    return parameters;
  };
}

export const mutants = [
  mutant('LIST-18', 'an invalid $filter is ignored', onInvalidFilter(withFilter())),
  mutant('LIST-18', 'an invalid $filter matches nothing', onInvalidFilter(withFilter("id eq 'none'"))),
  mutant(
    'LIST-18',
    'an invalid $filter returns 500',
    onInvalidFilter(() => {
      throw new Rejection(500, 'The service failed.');
    }),
  ),
  mutant(
    'LIST-18',
    '$filter ignores text after the first comparison',
    readsFilter((filter) => /^status eq '\w+'/.exec(filter)?.[0] ?? filter),
    { alsoFails: ['LIST-17'] },
  ),
  mutant(
    'LIST-18',
    '$filter accepts a text without a closing quote',
    readsFilter((filter) => (/= '[^']*$/.test(filter.replace('eq', '=')) ? `${filter}'` : filter)),
  ),
  mutant(
    'LIST-18',
    '$filter accepts unbalanced parentheses',
    readsFilter((filter) =>
      filter.split('(').length === filter.split(')').length ? filter : filter.replace(/[()]/g, ''),
    ),
  ),
  mutant(
    'LIST-18',
    '$filter accepts a comparison without an operand',
    readsFilter((filter) => filter.replace(/ eq$/, ' eq null')),
  ),
];
