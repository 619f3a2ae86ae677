import { mutant } from '../../selftest/mutant.js';
import { readsFilter, readsTextOfFilter } from '../../selftest/mutants/list/list.js';
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
  mutant(
    'LIST-4',
    '$filter compares texts without regard to case',
    readsTextOfFilter((value, text) => value.toLowerCase() === text.toLowerCase()),
  ),
  mutant(
    'LIST-4',
    '$filter matches every text that contains the one of the filter',
    readsTextOfFilter((value, text) => value.includes(text)),
  ),
  mutant(
    'LIST-4',
    '$filter ignores spaces at the end of a text',
    readsTextOfFilter((value, text) => value.trimEnd() === text.trimEnd()),
  ),
  mutant(
    'LIST-4',
    '$filter takes a percent sign for any text',
    readsTextOfFilter((value, text) => (text.endsWith('%') ? value.startsWith(text.slice(0, -1)) : value === text)),
  ),
  mutant(
    'LIST-4',
    '$filter takes an underscore for any character',
    readsTextOfFilter(
      (value, text) => value.length === text.length && [...text].every((one, at) => one === '_' || one === value[at]),
    ),
  ),
  mutant(
    'LIST-4',
    '$filter with an empty text is ignored',
    readsFilter((filter) => (/^clientContext eq ''$/.test(filter) ? 'id ne null' : filter)),
  ),
  mutant(
    'LIST-4',
    '$filter takes an empty text for null',
    readsFilter((filter) => filter.replace(/^clientContext eq ''$/, 'clientContext eq null')),
  ),
  mutant(
    'LIST-4',
    '$filter by actionReason compares texts without regard to case',
    readsTextOfFilter((value, text) => value.toLowerCase() === text.toLowerCase(), 'actionReason'),
  ),
  mutant(
    'LIST-4',
    '$filter by actionReason is ignored',
    readsFilter((filter) => filter.replace(/^actionReason eq '.*'$/, 'id ne null')),
  ),
];
