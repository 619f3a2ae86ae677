import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import type { Wrap } from '../../selftest/server/difference.js';
import { editStatus, on, wraps } from '../../selftest/server/wire.js';

function partial(operation: Operation, warning: string): Wrap {
  return wraps(editStatus(on(operation, 200), 206), set(on(operation, 206), 'warning', warning));
}

export const mutants = [
  mutant('HTTP-11', 'Warning of a partial get is free text', {
    fetch: partial('get', '299 - "some providers failed"'),
  }),
  mutant('HTTP-11', 'Warning of a partial list is separated by semicolons', {
    fetch: partial('list', '199 - "Contoso/Firewall/504/10000"; 199 - "Fabrikam/Proxy/500/20"'),
  }),
  mutant('HTTP-11', 'Warning of a partial get has no duration', {
    fetch: partial('get', '199 - "Contoso/Firewall/504"'),
  }),
];
