import { mutant } from '../../selftest/mutant.js';
import { isCreated } from '../../selftest/mutants/create/response.js';
import { editHeaders } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('CREATE-8', 'create sends no Location', {
    fetch: editHeaders(isCreated, (headers) => headers.delete('location')),
  }),
  mutant('CREATE-8', 'Location points to the collection', {
    fetch: editHeaders(isCreated, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/[^/]*$/, '')),
    ),
  }),
  mutant('CREATE-8', 'Location omits the base path', {
    fetch: editHeaders(isCreated, (headers) =>
      headers.set('location', String(headers.get('location')).replace('/beta/', '/')),
    ),
  }),
  mutant('CREATE-8', 'Location has the key in parentheses, which no route matches', {
    fetch: editHeaders(isCreated, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/([^/]*)$/, "('$1')")),
    ),
  }),
];
