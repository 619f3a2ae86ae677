import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { filtered } from '../../selftest/mutants/list/list.js';

/** A filter that cannot be parsed is answered so. */
function broken(answer: (parameters: URLSearchParams) => URLSearchParams): Difference {
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        try {
          return right.parseListQuery(parameters);
        } catch (error) {
          if (!parameters.has('$filter')) throw error;
          return right.parseListQuery(answer(new URLSearchParams(parameters)));
        }
      },
    }),
  };
}

/** The same options with another filter, or without one. */
function instead(filter?: string): (parameters: URLSearchParams) => URLSearchParams {
  return (parameters) => {
    if (filter === undefined) parameters.delete('$filter');
    else parameters.set('$filter', filter);
    return parameters;
  };
}

export const mutants = [
  mutant('LIST-18', 'a filter that cannot be parsed is ignored', broken(instead())),
  mutant('LIST-18', 'a filter that cannot be parsed matches nothing', broken(instead("id eq 'none'"))),
  mutant(
    'LIST-18',
    'a filter that cannot be parsed crashes',
    broken(() => {
      throw new Refusal(500, 'The service failed.');
    }),
  ),
  mutant(
    'LIST-18',
    'what follows a filter is ignored',
    filtered((filter) => /^status eq '\w+'/.exec(filter)?.[0] ?? filter),
    { alsoFails: ['LIST-17'] },
  ),
  mutant(
    'LIST-18',
    'a text that does not end goes to the end',
    filtered((filter) => (/= '[^']*$/.test(filter.replace('eq', '=')) ? `${filter}'` : filter)),
  ),
  mutant(
    'LIST-18',
    'parentheses need not be in pairs',
    filtered((filter) =>
      filter.split('(').length === filter.split(')').length ? filter : filter.replace(/[()]/g, ''),
    ),
  ),
  mutant(
    'LIST-18',
    'a comparison with nothing is one with null',
    filtered((filter) => filter.replace(/ eq$/, ' eq null')),
  ),
];
