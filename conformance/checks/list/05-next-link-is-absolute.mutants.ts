import { mutant } from '../../selftest/mutant.js';
import { linked } from '../../selftest/mutants/list/list.js';
import { small } from '../../selftest/mutants/list/links.js';

export const mutants = [
  mutant('LIST-5', 'the link is a path', small(linked((link) => link.slice(link.indexOf('/', 'http://'.length))))),
  mutant('LIST-5', 'the link has no scheme', small(linked((link) => link.replace(/^http:/, '')))),
  mutant('LIST-5', 'the link is the query alone', small(linked((link) => link.slice(link.indexOf('?'))))),
];
