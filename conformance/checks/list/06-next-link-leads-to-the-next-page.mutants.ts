import { mutant } from '../../selftest/mutant.js';
import { onSmallPages } from '../../selftest/mutants/list/links.js';
import { onOnePage, onPagesOfTop, readsOptions, writesLink } from '../../selftest/mutants/list/list.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editJson, on, respondInstead, type When } from '../../selftest/server/wire.js';

/** Requests that follow a link. */
const isLaterPage: When = (seen) => on('list')(seen) && seen.request.url.includes('$skiptoken');

export const mutants = [
  mutant(
    'LIST-6',
    'nextLink spells $skiptoken as $skip_token',
    onOnePage(writesLink((link) => link.replace('$skiptoken', '$skip_token'))),
    { alsoFails: ['LIST-7'] },
  ),
  mutant(
    'LIST-6',
    'nextLink spells $skiptoken as $skip_token on a server that ignores the preferred page size',
    onPagesOfTop(writesLink((link) => link.replace('$skiptoken', '$skip_token'))),
    { alsoFails: ['LIST-7'] },
  ),
  mutant(
    'LIST-6',
    'a request with $skiptoken responds with 404',
    onOnePage({ fetch: respondInstead(isLaterPage, rejectWith(404)) }),
    {
      alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'],
    },
  ),
  mutant(
    'LIST-6',
    'later pages are bare arrays',
    onOnePage({
      fetch: editJson(
        (seen) => isLaterPage(seen) && seen.status === 200,
        ({ value }) => value,
      ),
    }),
    { alsoFails: ['LIST-7'] },
  ),
  mutant(
    'LIST-6',
    'nextLink returns the first page again',
    onOnePage(readsOptions((options) => options.delete('$skiptoken'))),
    {
      alsoFails: ['LIST-7'],
    },
  ),
  mutant('LIST-6', 'nextLink has the scheme that a proxy in front has replaced', {
    ...onSmallPages(writesLink((link) => link.replace(/^http:/, 'https:'))),
  }),
  mutant('LIST-6', 'nextLink has the other scheme on pages of any length', {
    ...onOnePage(writesLink((link) => link.replace(/^http:/, 'https:'))),
  }),
];
