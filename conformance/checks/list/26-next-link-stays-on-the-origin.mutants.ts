import { mutant } from '../../selftest/mutant.js';
import { onSmallPages } from '../../selftest/mutants/list/links.js';
import { writesLink } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-26',
    'nextLink has the host behind the gateway',
    onSmallPages(writesLink((link) => link.replace('reference.example', '192.0.2.10:8080'))),
  ),
  mutant(
    'LIST-26',
    'nextLink has the scheme of the gateway',
    onSmallPages(writesLink((link) => link.replace(/^http:/, 'https:'))),
    { alsoFails: ['LIST-6'] },
  ),
];
