import type { Operation } from '../../../generated/requirements.js';
import type { Wrap } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { editStatus, on, wraps } from '../../selftest/server/wire.js';

function partial(operation: Operation, warning: string): Wrap {
  return wraps(editStatus(on(operation, 200), 206), set(on(operation, 206), 'warning', warning));
}

export const mutants = [
  mutant('HTTP-11', 'a partial get warns in words of its own', {
    fetch: partial('get', '299 - "some providers failed"'),
  }),
  mutant('HTTP-11', 'the warnings of a partial list are parted by semicolons', {
    fetch: partial('list', '199 - "Contoso/Firewall/504/10000"; 199 - "Fabrikam/Proxy/500/20"'),
  }),
  mutant('HTTP-11', 'a warning leaves the time out', { fetch: partial('get', '199 - "Contoso/Firewall/504"') }),
];
