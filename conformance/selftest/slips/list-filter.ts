import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editJson, editText, on, rebuilt } from '../wire.js';
import { filtered, matched } from './_list.js';

/** Lists with no element. */
function empty(text: string): boolean {
  return text.includes('"value":[]');
}

export const slips = [
  slip(
    'LIST-4',
    'a list that matches nothing is not found',
    {
      fetch: (inner) => async (request) => {
        const response = await inner(request);
        const text = await response.text();
        return response.status === 200 && empty(text) ? refused(404)(request) : rebuilt(response, { text });
      },
    },
    { relatives: ['LIST-14', 'LIST-15'] },
  ),
  slip('LIST-4', 'a list that matches nothing has null for its elements', {
    fetch: editText(on('list', 200), (text) => text.replace('"value":[]', '"value":null')),
  }),
  slip('LIST-4', 'a list that matches nothing has no value', {
    fetch: editJson(on('list', 200), ({ value, ...page }) =>
      Array.isArray(value) && value.length === 0 ? page : { ...page, value },
    ),
  }),
  slip('LIST-4', 'eq looks for the beginning of a text', {
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
  slip(
    'LIST-4',
    'the query is decoded before it is divided',
    filtered((filter) => filter.split('&')[0] ?? filter),
  ),
  slip(
    'LIST-4',
    'a filter is decoded twice',
    filtered((filter) => decodeURIComponent(filter)),
  ),
  slip(
    'LIST-4',
    'a quote in a text ends it',
    filtered((filter) => filter.replaceAll("''", "'")),
  ),
  slip(
    'LIST-17',
    'a comparison of the status has no effect',
    filtered((filter) => filter.replace(/status eq '\w+'/g, 'id ne null')),
  ),
  slip(
    'LIST-17',
    'a filter looks at the status at the beginning',
    matched((filter, action) => filter({ ...action, status: 'NotStarted' })),
  ),
  slip(
    'LIST-17',
    'only the first comparison counts',
    filtered((filter) => filter.replace(/ (and|or) .*/, '').replace('(', '')),
    { relatives: ['LIST-4', 'LIST-18'] },
  ),
  slip(
    'LIST-17',
    'not is ignored',
    filtered((filter) => filter.replace(/\bnot /g, '')),
  ),
  slip(
    'LIST-17',
    'or means and',
    filtered((filter) => filter.replaceAll(' or ', ' and ')),
  ),
  slip(
    'LIST-17',
    'parentheses are ignored',
    filtered((filter) => filter.replace(/[()]/g, '')),
    { relatives: ['LIST-18'] },
  ),
  slip(
    'LIST-17',
    'or binds as fast as and',
    filtered((filter) => filter.replace(/ and (.+?) or (.+?) and /, ' and ($1 or $2) and ')),
  ),
  slip(
    'LIST-17',
    'two quotes are two quotes',
    filtered((filter) => filter.replaceAll("''", "''''")),
  ),
  slip(
    'LIST-17',
    'ge is gt',
    filtered((filter) => filter.replaceAll(' ge ', ' gt ')),
  ),
  slip(
    'LIST-17',
    'the offset of a date is ignored',
    filtered((filter) => filter.replace(/[+-]\d\d:\d\d(?=[\s)]|$)/g, 'Z')),
  ),
  slip(
    'LIST-17',
    'a nested property is always null',
    filtered((filter) => filter.replace(/(\w+\/\w+) eq '[^']*'/g, '$1 eq null')),
  ),
  slip(
    'LIST-17',
    'actions that have ended are archived and match nothing',
    matched((filter, action) => !action.completedDateTime && filter(action)),
    { relatives: ['RESOURCE-18'] },
  ),
];
