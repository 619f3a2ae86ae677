import { mutant } from '../../selftest/mutant.js';
import { asked, linked, wide } from '../../selftest/mutants/list/list.js';
import { refused } from '../../selftest/server/refused.js';
import { editJson, instead, on, type When } from '../../selftest/server/wire.js';

/** Requests that follow a link. */
const isLaterPage: When = (seen) => on('list')(seen) && seen.request.url.includes('$skiptoken');

export const mutants = [
  mutant(
    'LIST-6',
    'nextLink spells $skiptoken as $skip_token',
    wide(linked((link) => link.replace('$skiptoken', '$skip_token'))),
    { alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  mutant('LIST-6', 'a request with $skiptoken responds with 404', wide({ fetch: instead(isLaterPage, refused(404)) }), {
    alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'],
  }),
  mutant(
    'LIST-6',
    'later pages are bare arrays',
    wide({
      fetch: editJson(
        (seen) => isLaterPage(seen) && seen.status === 200,
        ({ value }) => value,
      ),
    }),
    { alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  mutant('LIST-6', 'nextLink returns the first page again', wide(asked((options) => options.delete('$skiptoken'))), {
    alsoFails: ['LIST-7'],
  }),
];
