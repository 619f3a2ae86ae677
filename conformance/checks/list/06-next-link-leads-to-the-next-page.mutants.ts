import { mutant } from '../../selftest/mutant.js';
import { asked, linked, wide } from '../../selftest/mutants/list/list.js';
import { refused } from '../../selftest/server/refused.js';
import { editJson, instead, on, type When } from '../../selftest/server/wire.js';

/** Lists that follow a link. */
const further: When = (seen) => on('list')(seen) && seen.request.url.includes('$skiptoken');

export const mutants = [
  mutant(
    'LIST-6',
    'the option of the link is spelled as nobody reads it',
    wide(linked((link) => link.replace('$skiptoken', '$skip_token'))),
    { alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  mutant('LIST-6', 'the token is not kept', wide({ fetch: instead(further, refused(404)) }), {
    alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'],
  }),
  mutant(
    'LIST-6',
    'further pages are bare arrays',
    wide({
      fetch: editJson(
        (seen) => further(seen) && seen.status === 200,
        ({ value }) => value,
      ),
    }),
    { alsoFails: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  mutant('LIST-6', 'the link leads to the first page again', wide(asked((options) => options.delete('$skiptoken'))), {
    alsoFails: ['LIST-7'],
  }),
];
