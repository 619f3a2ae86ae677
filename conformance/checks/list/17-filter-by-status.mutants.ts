import { mutant } from '../../selftest/mutant.js';
import { filtered, matched } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-17',
    'a comparison of the status has no effect',
    filtered((filter) => filter.replace(/status eq '\w+'/g, 'id ne null')),
  ),
  mutant(
    'LIST-17',
    'a filter looks at the status at the beginning',
    matched((filter, action) => filter({ ...action, status: 'NotStarted' })),
  ),
  mutant(
    'LIST-17',
    'only the first comparison counts',
    filtered((filter) => filter.replace(/ (and|or) .*/, '').replace('(', '')),
    { alsoFails: ['LIST-4', 'LIST-18'] },
  ),
  mutant(
    'LIST-17',
    'not is ignored',
    filtered((filter) => filter.replace(/\bnot /g, '')),
  ),
  mutant(
    'LIST-17',
    'or means and',
    filtered((filter) => filter.replaceAll(' or ', ' and ')),
  ),
  mutant(
    'LIST-17',
    'parentheses are ignored',
    filtered((filter) => filter.replace(/[()]/g, '')),
    { alsoFails: ['LIST-18'] },
  ),
  mutant(
    'LIST-17',
    'or binds as fast as and',
    filtered((filter) => filter.replace(/ and (.+?) or (.+?) and /, ' and ($1 or $2) and ')),
  ),
  mutant(
    'LIST-17',
    'two quotes are two quotes',
    filtered((filter) => filter.replaceAll("''", "''''")),
  ),
  mutant(
    'LIST-17',
    'ge is gt',
    filtered((filter) => filter.replaceAll(' ge ', ' gt ')),
  ),
  mutant(
    'LIST-17',
    'the offset of a date is ignored',
    filtered((filter) => filter.replace(/[+-]\d\d:\d\d(?=[\s)]|$)/g, 'Z')),
  ),
  mutant(
    'LIST-17',
    'a nested property is always null',
    filtered((filter) => filter.replace(/(\w+\/\w+) eq '[^']*'/g, '$1 eq null')),
  ),
  mutant(
    'LIST-17',
    'actions that have ended are archived and match nothing',
    matched((filter, action) => !action.completedDateTime && filter(action)),
    { alsoFails: ['RESOURCE-18'] },
  ),
];
