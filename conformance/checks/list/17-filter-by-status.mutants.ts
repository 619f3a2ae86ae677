import { mutant } from '../../selftest/mutant.js';
import { filtersBy, readsFilter } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-17',
    '$filter ignores comparisons of status',
    readsFilter((filter) => filter.replace(/status eq '\w+'/g, 'id ne null')),
  ),
  mutant(
    'LIST-17',
    '$filter compares the initial status',
    filtersBy((filter, action) => filter({ ...action, status: 'NotStarted' })),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates only the first comparison',
    readsFilter((filter) => filter.replace(/ (and|or) .*/, '').replace('(', '')),
    { alsoFails: ['LIST-4', 'LIST-18'] },
  ),
  mutant(
    'LIST-17',
    '$filter ignores not',
    readsFilter((filter) => filter.replace(/\bnot /g, '')),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates or as and',
    readsFilter((filter) => filter.replaceAll(' or ', ' and ')),
  ),
  mutant(
    'LIST-17',
    '$filter ignores parentheses',
    readsFilter((filter) => filter.replace(/[()]/g, '')),
    { alsoFails: ['LIST-18'] },
  ),
  mutant(
    'LIST-17',
    '$filter evaluates or before and',
    readsFilter((filter) => filter.replace(/ and (.+?) or (.+?) and /, ' and ($1 or $2) and ')),
  ),
  mutant(
    'LIST-17',
    '$filter reads a doubled quote as two quotes',
    readsFilter((filter) => filter.replaceAll("''", "''''")),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates ge as gt',
    readsFilter((filter) => filter.replaceAll(' ge ', ' gt ')),
  ),
  mutant(
    'LIST-17',
    '$filter ignores the offset of a date',
    readsFilter((filter) => filter.replace(/[+-]\d\d:\d\d(?=[\s)]|$)/g, 'Z')),
  ),
  mutant(
    'LIST-17',
    '$filter reads nested properties as null',
    readsFilter((filter) => filter.replace(/(\w+\/\w+) eq '[^']*'/g, '$1 eq null')),
  ),
  mutant(
    'LIST-17',
    '$filter never matches finished actions',
    filtersBy((filter, action) => !action.completedDateTime && filter(action)),
  ),
  mutant('LIST-17', 'every other list with $filter shows what does not match', () => {
    let lists = 0;
    return readsFilter((filter) => (filter.startsWith('status') && lists++ % 2 === 0 ? `not (${filter})` : filter));
  }),
];
