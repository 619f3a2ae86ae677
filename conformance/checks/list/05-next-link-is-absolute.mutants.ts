import { mutant } from '../../selftest/mutant.js';
import { small } from '../../selftest/mutants/list/links.js';
import { linked } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-5',
    'nextLink is a path without an origin',
    small(linked((link) => link.slice(link.indexOf('/', 'http://'.length)))),
  ),
  mutant('LIST-5', 'nextLink has no scheme', small(linked((link) => link.replace(/^http:/, '')))),
  mutant('LIST-5', 'nextLink is only a query string', small(linked((link) => link.slice(link.indexOf('?'))))),
];
