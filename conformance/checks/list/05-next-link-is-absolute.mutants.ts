import { mutant } from '../../selftest/mutant.js';
import { onSmallPages } from '../../selftest/mutants/list/links.js';
import { writesLink } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-5',
    'nextLink is a path without an origin',
    onSmallPages(writesLink((link) => link.slice(link.indexOf('/', 'http://'.length)))),
  ),
  mutant('LIST-5', 'nextLink has no scheme', onSmallPages(writesLink((link) => link.replace(/^http:/, '')))),
  mutant(
    'LIST-5',
    'nextLink is only a query string',
    onSmallPages(writesLink((link) => link.slice(link.indexOf('?')))),
  ),
];
