import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { asked, cut, refusesLists, understood, valued } from './_list.js';

const numbers = ['$top', '$skip'];

/** The value of an option as a lenient reader takes it. */
function read(names: readonly string[], as: (value: string) => string | undefined): Difference {
  return asked((options) => {
    for (const name of names) {
      const value = options.get(name);
      const other = value === null ? undefined : as(value);
      if (other !== undefined) options.set(name, other);
      else options.delete(name);
    }
  });
}

/** Actions are skipped before they are filtered. */
const skipsFirst: Difference = {
  behaviour: (right) => ({
    arrange: (actions, query) => right.arrange(actions.slice(query.skiptoken ? 0 : query.skip), query),
    selectPage: (arranged, query, at) => right.selectPage(arranged, { ...query, skip: 0 }, at),
  }),
};

/** A good value of an option counts as another one. */
function number(name: string, as: (value: number) => number): Difference {
  return valued(name, (value) => (/^\d+$/.test(value) ? String(as(Number(value))) : value));
}

export const slips = [
  slip(
    'LIST-9',
    '$top is one too many',
    number('$top', (top) => top + 1),
    { relatives: ['LIST-10', 'LIST-12'] },
  ),
  slip(
    'LIST-9',
    '$top has no effect beside $filter',
    asked((options) => options.has('$filter') && options.delete('$top')),
    { relatives: ['LIST-10', 'LIST-12'] },
  ),
  slip(
    'LIST-9',
    '$top=1 is taken for yes',
    valued('$top', (top) => (top === '1' ? undefined : top)),
  ),
  slip(
    'LIST-10',
    '$top is one too few',
    number('$top', (top) => Math.max(0, top - 1)),
    { relatives: ['LIST-12'] },
  ),
  slip(
    'LIST-11',
    '$skip counts from one',
    number('$skip', (skip) => Math.max(0, skip - 1)),
    { relatives: ['LIST-12'] },
  ),
  slip(
    'LIST-11',
    '$skip is one too many',
    number('$skip', (skip) => skip + 1),
    { relatives: ['LIST-12'] },
  ),
  slip('LIST-11', 'actions are skipped before they are filtered', skipsFirst, { relatives: ['LIST-12'] }),
  slip(
    'LIST-11',
    'who skips all begins anew',
    cut((_, { arranged, query, offset, size }) =>
      query.skiptoken || offset < arranged.length ? {} : { actions: arranged.slice(0, size) },
    ),
  ),
  slip(
    'LIST-11',
    'who skips more than there are crashes',
    {
      behaviour: (right) => ({
        selectPage: (arranged, query, at) => {
          if (query.skip > arranged.length) throw new Refusal(500, 'The service failed.');
          return right.selectPage(arranged, query, at);
        },
      }),
    },
    { relatives: ['LIST-15'] },
  ),
  slip(
    'LIST-12',
    '$top takes effect before $skip',
    understood(({ top, skip }) => (top === undefined ? {} : { top: Math.max(0, top - skip) })),
  ),
  slip(
    'LIST-12',
    '$top and $skip take effect in the order of the URL',
    asked((options) => {
      const [first] = [...options.keys()].filter((name) => numbers.includes(name));
      const [top, skip] = numbers.map((name) => Number(options.get(name)));
      if (first === '$top' && options.has('$skip')) options.set('$top', String(Math.max(0, (top ?? 0) - (skip ?? 0))));
    }),
  ),
  slip(
    'LIST-13',
    'a negative $top or $skip counts as none',
    read(numbers, (value) => (value.startsWith('-') ? undefined : value)),
  ),
  slip(
    'LIST-13',
    'what is no number counts as none',
    read(numbers, (value) => (/^-?\d/.test(value) ? value : undefined)),
  ),
  slip(
    'LIST-13',
    'a number ends where its digits end',
    read(numbers, (value) => (/^\d/.test(value) ? String(Number.parseInt(value, 10)) : value)),
  ),
  slip(
    'LIST-13',
    'a negative $skip crashes',
    refusesLists(({ searchParams }) => searchParams.get('$skip')?.startsWith('-') === true, 500),
  ),
];
