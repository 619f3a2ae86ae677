import { mutant } from '../../selftest/mutant.js';
import { refused } from '../../selftest/server/refused.js';
import { instead, rebuilt } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('LIST-23', '/$count returns 500', {
    fetch: instead(({ request }) => request.url.endsWith('/$count'), refused(500)),
  }),
  mutant('LIST-23', '/$count returns JSON', {
    fetch: instead(
      ({ request }) => request.url.endsWith('/$count'),
      (request) => rebuilt(refused(200)(request), { text: '{"@odata.count":5}' }),
    ),
  }),
];
