import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import type { Wrap } from '../../selftest/server/difference.js';
import { operationOf } from '../../selftest/server/operation.js';
import { editText, on, type When, wraps } from '../../selftest/server/wire.js';

const xml: Wrap = wraps(
  editText(on(['list', 'get'], 'success'), () => '<?xml version="1.0"?><feed/>'),
  set(on(['list', 'get'], 'success'), 'content-type', 'application/xml'),
);

const wantsXml: When = ({ request }) => request.headers.get('accept') === 'application/xml';

export const mutants = [
  mutant(
    'HTTP-6',
    'list and get return XML to a client that accepts only XML',
    {
      fetch: (inner) => {
        const asXml = xml(inner);
        return (request) => {
          if (!wantsXml({ operation: operationOf(request), request })) return inner(request);
          const headers = new Headers(request.headers);
          headers.set('accept', 'application/json');
          return asXml(new Request(request, { headers }));
        };
      },
    },
    { alsoFails: ['HTTP-17'] },
  ),
];
