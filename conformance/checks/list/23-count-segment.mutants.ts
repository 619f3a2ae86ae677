import { mutant } from '../../selftest/mutant.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { rebuilt, respondInstead } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('LIST-23', '/$count returns 500', {
    fetch: respondInstead(({ request }) => request.url.endsWith('/$count'), rejectWith(500)),
  }),
  mutant('LIST-23', '/$count returns JSON', {
    fetch: respondInstead(
      ({ request }) => request.url.endsWith('/$count'),
      (request) => rebuilt(rejectWith(200)(request), { text: '{"@odata.count":5}' }),
    ),
  }),
];
