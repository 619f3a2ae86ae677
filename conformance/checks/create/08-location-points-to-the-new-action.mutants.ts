import { mutant } from '../../selftest/mutant.js';
import { made } from '../../selftest/mutants/create/response.js';
import { editHeaders } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('CREATE-8', 'a new action has no Location', {
    fetch: editHeaders(made, (headers) => headers.delete('location')),
  }),
  mutant('CREATE-8', 'Location names the collection', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/[^/]*$/, '')),
    ),
  }),
  mutant('CREATE-8', 'Location forgets the base path', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace('/beta/', '/')),
    ),
  }),
  mutant('CREATE-8', 'Location is the key in parentheses, which no route knows', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/([^/]*)$/, "('$1')")),
    ),
  }),
];
