import { mutant } from '../../selftest/mutant.js';
import { filtered, matched } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-17',
    '$filter ignores comparisons of status',
    filtered((filter) => filter.replace(/status eq '\w+'/g, 'id ne null')),
  ),
  mutant(
    'LIST-17',
    '$filter compares the initial status',
    matched((filter, action) => filter({ ...action, status: 'NotStarted' })),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates only the first comparison',
    filtered((filter) => filter.replace(/ (and|or) .*/, '').replace('(', '')),
    { alsoFails: ['LIST-4', 'LIST-18'] },
  ),
  mutant(
    'LIST-17',
    '$filter ignores not',
    filtered((filter) => filter.replace(/\bnot /g, '')),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates or as and',
    filtered((filter) => filter.replaceAll(' or ', ' and ')),
  ),
  mutant(
    'LIST-17',
    '$filter ignores parentheses',
    filtered((filter) => filter.replace(/[()]/g, '')),
    { alsoFails: ['LIST-18'] },
  ),
  mutant(
    'LIST-17',
    '$filter evaluates or before and',
    filtered((filter) => filter.replace(/ and (.+?) or (.+?) and /, ' and ($1 or $2) and ')),
  ),
  mutant(
    'LIST-17',
    '$filter reads a doubled quote as two quotes',
    filtered((filter) => filter.replaceAll("''", "''''")),
  ),
  mutant(
    'LIST-17',
    '$filter evaluates ge as gt',
    filtered((filter) => filter.replaceAll(' ge ', ' gt ')),
  ),
  mutant(
    'LIST-17',
    '$filter ignores the offset of a date',
    filtered((filter) => filter.replace(/[+-]\d\d:\d\d(?=[\s)]|$)/g, 'Z')),
  ),
  mutant(
    'LIST-17',
    '$filter reads nested properties as null',
    filtered((filter) => filter.replace(/(\w+\/\w+) eq '[^']*'/g, '$1 eq null')),
  ),
  mutant(
    'LIST-17',
    '$filter never matches finished actions',
    matched((filter, action) => !action.completedDateTime && filter(action)),
    { alsoFails: ['RESOURCE-18'] },
  ),
];
