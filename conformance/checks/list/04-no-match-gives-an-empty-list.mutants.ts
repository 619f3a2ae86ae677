import { mutant } from '../../selftest/mutant.js';
import { filtered } from '../../selftest/mutants/list/list.js';
import { refused } from '../../selftest/server/refused.js';
import { editJson, editText, on, rebuilt } from '../../selftest/server/wire.js';

/** Lists with no element. */
function empty(text: string): boolean {
  return text.includes('"value":[]');
}

export const mutants = [
  mutant(
    'LIST-4',
    'a list that matches nothing is not found',
    {
      fetch: (inner) => async (request) => {
        const response = await inner(request);
        const text = await response.text();
        return response.status === 200 && empty(text) ? refused(404)(request) : rebuilt(response, { text });
      },
    },
    { alsoFails: ['LIST-14', 'LIST-15'] },
  ),
  mutant('LIST-4', 'a list that matches nothing has null for its elements', {
    fetch: editText(on('list', 200), (text) => text.replace('"value":[]', '"value":null')),
  }),
  mutant('LIST-4', 'a list that matches nothing has no value', {
    fetch: editJson(on('list', 200), ({ value, ...page }) =>
      Array.isArray(value) && value.length === 0 ? page : { ...page, value },
    ),
  }),
  mutant('LIST-4', 'eq looks for the beginning of a text', {
    behaviour: (right) => ({
      parseListQuery: (parameters) => {
        const query = right.parseListQuery(parameters);
        const [, start] = /^clientContext eq '([^']*)'$/.exec(parameters.get('$filter') ?? '') ?? [];
        return start === undefined
          ? query
          : { ...query, filter: (action) => action.clientContext?.startsWith(start) === true };
      },
    }),
  }),
  mutant(
    'LIST-4',
    'the query is decoded before it is divided',
    filtered((filter) => filter.split('&')[0] ?? filter),
  ),
  mutant(
    'LIST-4',
    'a filter is decoded twice',
    filtered((filter) => decodeURIComponent(filter)),
  ),
  mutant(
    'LIST-4',
    'a quote in a text ends it',
    filtered((filter) => filter.replaceAll("''", "'")),
  ),
];
