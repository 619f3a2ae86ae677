import { mutant } from '../../selftest/mutant.js';
import { readsFilter } from '../../selftest/mutants/list/list.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editJson, editText, on, rebuilt } from '../../selftest/server/wire.js';

/** True for the body of an empty list. */
function isEmptyList(text: string): boolean {
  return text.includes('"value":[]');
}

export const mutants = [
  mutant(
    'LIST-4',
    'a list without matches responds with 404',
    {
      fetch: (inner) => async (request) => {
        const response = await inner(request);
        const text = await response.text();
        return response.status === 200 && isEmptyList(text) ? rejectWith(404)(request) : rebuilt(response, { text });
      },
    },
    { alsoFails: ['LIST-14', 'LIST-15'] },
  ),
  mutant('LIST-4', 'value is null in a list without matches', {
    fetch: editText(on('list', 200), (text) => text.replace('"value":[]', '"value":null')),
  }),
  mutant('LIST-4', 'value is absent in a list without matches', {
    fetch: editJson(on('list', 200), ({ value, ...page }) =>
      Array.isArray(value) && value.length === 0 ? page : { ...page, value },
    ),
  }),
  mutant('LIST-4', 'eq matches the beginning of a text', {
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
    'the query is decoded before it is split',
    readsFilter((filter) => filter.split('&')[0] ?? filter),
  ),
  mutant(
    'LIST-4',
    '$filter is decoded twice',
    readsFilter((filter) => decodeURIComponent(filter)),
  ),
  mutant(
    'LIST-4',
    'a doubled quote ends a text in $filter',
    readsFilter((filter) => filter.replaceAll("''", "'")),
  ),
];
